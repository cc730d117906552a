import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Writes a language pack without any texts. Firefox's own interface stays English, but extensions and
 * pages are shown in the language.
 * @returns the pack's folder
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
