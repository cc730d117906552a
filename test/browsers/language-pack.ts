import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Writes a language pack without any text in it. Firefox itself stays English with it, but counts
 * as speaking the language, so that extensions and pages are shown in it. Returns its folder.
 */
export async function writeLanguagePack(locale: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'language-pack-'));
  const manifest = {
    manifest_version: 2,
    name: `Language pack ${locale}`,
    version: '1.0',
    browser_specific_settings: { gecko: { id: `langpack-${locale}@test` } },
    langpack_id: locale,
    languages: { [locale]: { version: '1', chrome_resources: {} } },
    sources: { browser: { base_path: 'browser/' } },
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}
