import { closeSync, existsSync, openSync, readSync, realpathSync } from 'node:fs';
import { download } from './download.ts';
import { installedPlaces } from './installed.ts';
import { installPackage } from './packages.ts';

/** The browsers that the tests run in. */
export type BrowserName = 'chromium' | 'firefox';

/** Environment variables that take precedence over any browser that is found. */
const OVERRIDES = { chromium: 'CHROMIUM_PATH', firefox: 'FIREFOX_PATH' } as const;

/**
 * Finds the executable of a browser: the one named in the environment, one that is installed already,
 * one from the system's packages, or a download into `.cache/`, in this order.
 * @throws Error that says what was tried and what to do next
 */
export async function findBrowser(name: BrowserName): Promise<string> {
  const override = process.env[OVERRIDES[name]];
  if (override) {
    if (existsSync(override)) return override;
    throw new Error(`${OVERRIDES[name]} is ${override}, but there is no such file.`);
  }

  const tried: string[] = [];
  const attempts = [
    () => firstUsable(name, tried),
    () => (installPackage(name, tried) ? firstUsable(name, tried) : undefined),
    () => download(name, tried),
  ];
  for (const attempt of attempts) {
    const found = await attempt();
    if (found) return found;
  }
  throw new Error(
    [
      `No ${name} was found. What was tried:`,
      ...tried.map((line) => `  - ${line}`),
      `Install ${name === 'chromium' ? 'Chromium or Chrome' : 'Firefox'}, or name its program ` +
        `file: ${OVERRIDES[name]}=/path/to/${name} npm test`,
    ].join('\n'),
  );
}

async function firstUsable(name: BrowserName, tried: string[]): Promise<string | undefined> {
  for (const place of await installedPlaces(name)) {
    if (!existsSync(place)) continue;
    if (!isSnap(place)) return place;
    // A snap can read neither the temporary profile nor an extension outside the home folder.
    tried.push(`${place} is a snap, which cannot load an extension from this folder`);
  }
  tried.push(`no usable ${name} in PATH or in the usual folders`);
  return undefined;
}

/** On Ubuntu, the browser's command may be a small script that starts the snap. */
function isSnap(program: string): boolean {
  if (process.platform !== 'linux') return false;
  if (realpathSync(program).startsWith('/snap/') || program.startsWith('/snap/')) return true;
  const head = Buffer.alloc(4096);
  const file = openSync(program, 'r');
  const length = readSync(file, head);
  closeSync(file);
  const text = head.toString('latin1', 0, length);
  return text.startsWith('#!') && text.includes('/snap/');
}
