import type { Browser, CDPSession, Page, Permission } from 'puppeteer-core';

/** A background tab with a page of the extension that runs no script. */
export interface Helper {
  page: Page;
  session: CDPSession;
}

/** @param origin of the extension */
export async function openHelper(browser: Browser, origin: string): Promise<Helper> {
  const page = await browser.newPage({ background: true });
  await page.goto(`${origin}/manifest.json`);
  const session = await page.createCDPSession();
  await session.send('ServiceWorker.enable');
  // Only a focused page may use the clipboard. Emulating focus avoids bringing this one to the front.
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  const permissions: Permission[] = ['clipboard-read', 'clipboard-write'];
  await browser.defaultBrowserContext().overridePermissions(origin, permissions);
  return { page, session };
}
