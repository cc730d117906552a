import { Browser, detectBrowserPlatform, install, resolveBuildId } from '@puppeteer/browsers';
import type { BrowserName } from './find.ts';
import { CACHE } from './installed.ts';

const BROWSERS = { chromium: Browser.CHROME, firefox: Browser.FIREFOX } as const;

/** Downloads the current stable release from the browser's vendor into `.cache/`. */
export async function download(name: BrowserName, tried: string[]): Promise<string | undefined> {
  const platform = detectBrowserPlatform();
  if (!platform) {
    tried.push(`a download: there is none for ${process.platform} on ${process.arch}`);
    return undefined;
  }
  try {
    console.log(`Downloading ${name} into ${CACHE} ...`);
    const browser = BROWSERS[name];
    const buildId = await resolveBuildId(browser, platform, 'stable');
    return (await install({ browser, buildId, platform, cacheDir: CACHE })).executablePath;
  } catch (error) {
    tried.push(`a download: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}
