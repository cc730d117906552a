import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { BUILDS, builtExtension } from '../browsers/driver.ts';
import type { BrowserName } from '../browsers/find.ts';

/** In bytes after `gzip -9`. A popup has to appear as soon as it is clicked. */
const LIMITS = [
  { part: 'popup, to its first paint', limit: 23_000, files: popupScripts },
  { part: 'popup, to its first request', limit: 35_000, files: requestScripts },
  { part: 'content script', limit: 12_000, files: contentScripts },
];

const rows = (Object.keys(BUILDS) as BrowserName[]).flatMap((browser) => {
  const folder = builtExtension(browser);
  if (!existsSync(join(folder, 'popup.html'))) {
    console.error(`There is no .output/${BUILDS[browser]} to measure. Run "npm run build" first.`);
    process.exit(1);
  }
  return LIMITS.map(({ part, limit, files }) => {
    const paths = files(folder);
    const bytes = paths.reduce((sum, path) => sum + zipped(path), 0);
    return { build: BUILDS[browser], part, files: paths.length, 'gzip -9': bytes, limit };
  });
});
console.table(rows);

const over = rows.filter((row) => row['gzip -9'] > row.limit);
for (const { build, part, limit, 'gzip -9': bytes } of over) {
  console.error(`The ${part} in ${build} is ${bytes - limit} bytes over its limit of ${limit}.`);
}
if (over.length) process.exitCode = 1;

/** The popup's scripts. */
function popupScripts(folder: string): string[] {
  const html = readFileSync(join(folder, 'popup.html'), 'utf8');
  const scripts = [...html.matchAll(/<script[^>]*\bsrc="([^"]+)"/g)].map(([, source = '']) =>
    join(folder, source),
  );
  return withImports(scripts);
}

/** The popup's scripts, and those it loads to talk to the portal. */
function requestScripts(folder: string): string[] {
  const chunks = join(folder, 'chunks');
  const client = readdirSync(chunks).filter((name) => name.startsWith('client-'));
  if (client.length !== 1) throw new Error(`Expected one client-*.js in ${chunks}.`);
  return withImports([...popupScripts(folder), ...client.map((name) => join(chunks, name))]);
}

/** Some scripts and every chunk that they import, each once. */
function withImports(scripts: string[]): string[] {
  const reached = new Set(scripts);
  // The iteration includes what is added to the set meanwhile.
  for (const path of reached) {
    for (const chunk of staticImports(path)) reached.add(chunk);
  }
  return [...reached];
}

function contentScripts(folder: string): string[] {
  return [join(folder, 'content-scripts/credentials.js')];
}

function staticImports(path: string): string[] {
  const code = readFileSync(path, 'utf8');
  const found = code.matchAll(/\b(?:import|from)\s*(["'`])(\.[^"'`]+)\1/g);
  return [...found].map(([, , source = '']) => join(dirname(path), source));
}

function zipped(path: string): number {
  return gzipSync(readFileSync(path), { level: 9 }).length;
}
