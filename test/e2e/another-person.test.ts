import { expect } from 'vitest';
import { connect, generate } from './support/steps.ts';
import { test } from './support/test.ts';

// Both users' keys have the same ids and names, as on a portal that numbers each user's keys separately.
test.override({ settings: { usersRead: false, idKind: 'number' } });

test('nothing is changed if another user has signed in since the keys were shown', async ({
  browser,
  portal,
}) => {
  portal.seed(0, 'iosei');
  portal.addKeys('iosei', portal.keysOf('mfortin'));
  const before = portal.keysOf('iosei').map(({ id, name }) => ({ id, name }));
  const now = () =>
    ['mfortin', 'iosei'].map((user) => portal.keysOf(user).map(({ id, name }) => ({ id, name })));
  await connect(browser, portal);
  const popup = await browser.openPopup();
  await popup.sees('Signed in as mfortin');

  await popup.click('button', 'Revoke staging deploy');
  const dialog = await popup.find('dialog', 'Revoke API key');
  await browser.setCookie(portal.origin, portal.signIn('iosei'));
  await popup.click('button', 'Revoke', dialog);
  await popup.sees('are no longer the ones shown');
  expect(now()).toEqual([before, before]);
  await popup.sees('Signed in as iosei');
  await popup.click('button', 'Cancel', dialog);

  await browser.setCookie(portal.origin, portal.signIn('mfortin'));
  await generate(popup, 'nightly build');
  await popup.sees('was not generated');
  await popup.sees('are no longer the ones shown');
  expect(now()).toEqual([before, before]);
  await popup.sees('Signed in as mfortin');
});
