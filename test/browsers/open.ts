import { startChromium } from './chromium.ts';
import type { BrowserOptions } from './driver.ts';
import type { BrowserName } from './find.ts';
import { startFirefox } from './firefox.ts';
import { TestBrowser } from './test-browser.ts';

/** Starts a browser with the built extension in it, installed as it ships. */
export async function openBrowser(
  name: BrowserName,
  options: BrowserOptions = {},
): Promise<TestBrowser> {
  const start = name === 'chromium' ? startChromium : startFirefox;
  return new TestBrowser(await start(options));
}
