import type { Browser, CDPSession, Page, Permission } from 'puppeteer-core';

/** A page of the extension that has no script of its own, and that nobody sees. */
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
  // The clipboard is open only to a page that has the focus, and nothing has to come to front for it.
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  const permissions: Permission[] = ['clipboard-read', 'clipboard-write'];
  await browser.defaultBrowserContext().overridePermissions(origin, permissions);
  return { page, session };
}
