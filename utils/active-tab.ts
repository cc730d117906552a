import { browser } from 'wxt/browser';

/** The web page in front, as far as the browser lets the extension see it. */
export interface ActiveTab {
  id: number;
  origin: string;
}

/** Gives the web page in front; `null` when it is no web page, or out of sight. */
export async function activeTab(): Promise<ActiveTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined || !tab.url || !/^https?:/.test(tab.url)) return null;
  return { id: tab.id, origin: new URL(tab.url).origin };
}

/** Looks at a page, once, whether it reads like a CloudMC portal's. A page that may not be seen does not. */
export async function looksLikePortal(tab: ActiveTab): Promise<boolean> {
  try {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId: tab.id },
      files: ['/recognise.js'],
    });
    return frame?.result === true;
  } catch {
    return false;
  }
}
