import { connectPortal, signIn } from './connect.ts';
import type { Demo } from './demo.ts';

/** Sets everything up for the user to try, and waits until they close the browser. */
export async function visit(demo: Demo): Promise<void> {
  await signIn(demo);
  await connectPortal(demo);
  const { page } = await demo.portalPage();
  const browser = page.browser();
  const closed = new Promise<void>((resolve) => browser.once('disconnected', () => resolve()));
  // The tabs that were needed for the setup would only be in the way.
  for (const other of await browser.pages()) if (other !== page) await other.close();
  await page.bringToFront();
  console.log(invitation(demo));
  await closed;
}

function invitation({ portal, t, options }: Demo): string {
  const [first, second] = portal.users;
  return `
The portal is at ${portal.origin}, and you are signed in as ${first.userName}.
Other user: ${second.userName}; both have the password ${first.password}.

Things to try:
- On the page in front: click the small copy buttons beside the endpoint, names and addresses;
  generate a key there, and click "${t('copyKey')}" beside its hidden value.
- Click the extension's icon (behind the puzzle piece in the toolbar), or press Alt+Shift+K:
  search, "${t('generateApiKey')}", copy, rename and revoke keys.
- In that popup, "${t('openInTab')}" opens the options page: a table of all keys with filters
  and "${t('exportCsv')}"; "${t('portals')}" and "${t('preferences')}" are beside it.
- Sign out of the portal, and see what the popup says then.

Other pages and languages: npm start -- --help${options.browser === 'chromium' ? '; also --browser firefox' : ''}
Close the browser or press Ctrl+C to end this.`;
}
