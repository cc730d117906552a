import type { View } from '../../browsers/view.ts';
import type { Demo } from './demo.ts';

/** Signs in without the portal's sign-in page, which is not part of the demo. */
export async function signIn({ browser, portal }: Demo): Promise<void> {
  await browser.setCookie(portal.origin, portal.signIn());
}

/** Connects the portal by its address. Returns the options page. */
export async function connectPortal(demo: Demo): Promise<View> {
  const { browser, portal, t } = demo;
  const options = await demo.optionsPage();
  await options.find('button', t('connectThis'));
  // The browser's own prompt cannot be clicked by a script, so it is accepted in advance.
  await browser.allowHosts(portal.origin);
  await options.fill('textbox', t('address'), portal.origin);
  await options.click('button', t('connectThis'));
  await options.sees(t('connected', new URL(portal.origin).host));
  return options;
}
