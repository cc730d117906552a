import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { getInstalledBrowsers } from '@puppeteer/browsers';
import type { BrowserName } from './find.ts';

/** Where `download` puts browsers; `.cache/` is not under version control. */
export const CACHE = join(import.meta.dirname, '../../.cache/browsers');

const COMMANDS: Record<BrowserName, string[]> = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome-for-testing',
    'google-chrome-stable',
    'google-chrome',
    'chrome',
  ],
  firefox: ['firefox-esr', 'firefox'],
};

const FOLDERS: Partial<Record<NodeJS.Platform, Record<BrowserName, string[]>>> = {
  darwin: {
    chromium: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    firefox: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  },
  win32: {
    chromium: inProgramFolders('Chromium/Application/chrome.exe').concat(
      inProgramFolders('Google/Chrome/Application/chrome.exe'),
    ),
    firefox: inProgramFolders('Mozilla Firefox/firefox.exe'),
  },
  linux: {
    chromium: ['/usr/lib/chromium/chromium', '/opt/google/chrome/chrome'],
    firefox: ['/usr/lib/firefox-esr/firefox-esr', '/opt/firefox/firefox'],
  },
};

/** Every path where a browser may be installed, the likeliest first. Most of them do not exist. */
export async function installedPlaces(name: BrowserName): Promise<string[]> {
  return [...inPath(name), ...(FOLDERS[process.platform]?.[name] ?? []), ...(await inCaches(name))];
}

function inPath(name: BrowserName): string[] {
  // On Windows, browsers are not in PATH.
  if (process.platform === 'win32') return [];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return COMMANDS[name].flatMap((command) => folders.map((folder) => join(folder, command)));
}

/** Our own downloads, and those that other test tools left in the home folder. */
async function inCaches(name: BrowserName): Promise<string[]> {
  const caches = [CACHE, join(homedir(), '.cache/puppeteer')];
  const found = await Promise.all(caches.map((cacheDir) => getInstalledBrowsers({ cacheDir })));
  const wanted = name === 'chromium' ? ['chrome', 'chromium'] : ['firefox'];
  return found
    .flat()
    .filter(({ browser }) => wanted.includes(browser))
    .map(({ executablePath }) => executablePath);
}

function inProgramFolders(rest: string): string[] {
  const { PROGRAMFILES, 'PROGRAMFILES(X86)': x86, LOCALAPPDATA } = process.env;
  return [PROGRAMFILES, x86, LOCALAPPDATA].flatMap((folder) =>
    folder ? [join(folder, rest)] : [],
  );
}
