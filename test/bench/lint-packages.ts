import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { builtExtension } from '../browsers/driver.ts';

interface Finding {
  code: string;
  message: string;
  file?: string;
  line?: number;
  column?: number;
}

/** Preact sets HTML only from `dangerouslySetInnerHTML`, whose value has the field `__html`. */
const PREACT_SETTER = /^[\w$]+\.innerHTML=[\w$]+\.__html/;

const PACKAGE = builtExtension('firefox');
const WEB_EXT = new URL('../../node_modules/web-ext/bin/web-ext.js', import.meta.url);

// Mozilla's own linter, as addons.mozilla.org runs it. Libraries are shipped as they were released, so
// exactly Preact's own warnings are accepted.
const findings = await lint();
const fromPreact = await Promise.all(findings.map(isFromPreact));
const others = findings.filter((_, at) => !fromPreact[at]);
const accepted = findings.length - others.length;
const expected = await settersInPreact();

for (const { code, message, file, line } of others) {
  console.error(`${code}: ${message} (${file ?? 'manifest.json'}:${line ?? 1})`);
}
if (accepted !== expected) {
  console.error(`Preact sets HTML in ${expected} places, but the linter warns of ${accepted}.`);
}
if (others.length > 0 || accepted !== expected) process.exitCode = 1;
else console.log(`web-ext lint: ${accepted} warning, Preact's own, and nothing else.`);

async function lint(): Promise<Finding[]> {
  const args = [fileURLToPath(WEB_EXT), 'lint', '--source-dir', PACKAGE, '--output', 'json'];
  const options = { maxBuffer: 64 * 1024 * 1024 };
  // The linter exits with a failure if it finds errors, and its output lists them.
  const { stdout } = await promisify(execFile)(process.execPath, args, options).catch(
    (failed: { stdout: string }) => failed,
  );
  const report: Record<string, Finding[] | undefined> = JSON.parse(stdout);
  return ['errors', 'notices', 'warnings'].flatMap((kind) => report[kind] ?? []);
}

async function isFromPreact({ code, file, line = 1, column = 1 }: Finding): Promise<boolean> {
  if (code !== 'UNSAFE_VAR_ASSIGNMENT' || !file) return false;
  const lines = (await readFile(join(PACKAGE, file), 'utf8')).split('\n');
  return PREACT_SETTER.test(lines[line - 1]?.slice(column - 1) ?? '');
}

/** How often Preact sets HTML, in the code as released. */
async function settersInPreact(): Promise<number> {
  const code = await readFile(fileURLToPath(import.meta.resolve('preact')), 'utf8');
  return code.match(/\.innerHTML\s*=(?!=)/g)?.length ?? 0;
}
