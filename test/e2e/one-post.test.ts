import { describe, expect } from 'vitest';
import { connect, generate } from './support/steps.ts';
import { test } from './support/test.ts';

describe.each([
  { when: 'before', after: false, says: 'Nothing was created' },
  { when: 'after', after: true, says: 'was created, but its value never arrived' },
])('when the connection dies $when the key is created', ({ when, after, says }) => {
  test(`one click sends one POST, every time (${when})`, async ({ browser, portal }) => {
    await connect(browser, portal);
    const popup = await browser.openPopup();
    await popup.find('button', 'Rename staging deploy');

    for (const name of ['one', 'two', 'three']) {
      portal.requests.length = 0;
      portal.faults.push({ kind: 'drop', after, route: 'POST', times: 5 });
      await generate(popup, name);
      await popup.says(says);
      portal.faults.length = 0;

      expect(portal.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
      const created = portal.keysOf('mfortin').filter((key) => key.name === name);
      expect(created).toHaveLength(after ? 1 : 0);
      await popup.click('button', 'Close');
      await popup.gone('button', 'Close');
    }
  });
});
