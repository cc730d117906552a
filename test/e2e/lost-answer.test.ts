import { describe, expect } from 'vitest';
import type { Fault } from '../portal/server.ts';
import { connect, generate } from './support/steps.ts';
import { test } from './support/test.ts';

// The connection stays open, because browsers repeat a POST by themselves when a reused connection dies.
const LOST: Omit<Fault, 'route'>[] = [
  { kind: 'status', status: 502, after: true },
  { kind: 'html', after: true },
  { kind: 'truncated' },
];

describe.each(LOST)('when the response is lost ($kind)', (fault) => {
  test(`the new key is found in the list and can be revoked (${fault.kind})`, async ({
    browser,
    portal,
  }) => {
    await connect(browser, portal);
    const popup = await browser.openPopup();
    portal.faults.push({ ...fault, route: 'POST' });

    await generate(popup, 'nightly build');
    await popup.says('A key named nightly build was created, but its value never arrived');

    expect(portal.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
    await popup.click('button', 'Revoke it');
    await popup.gone('button', 'Revoke nightly build');
    expect(portal.keysOf('mfortin').map(({ name }) => name)).not.toContain('nightly build');
  });
});

test('a request that failed leaves no key, and can be sent again', async ({ browser, portal }) => {
  await connect(browser, portal);
  const popup = await browser.openPopup();
  portal.faults.push({ kind: 'status', status: 502, route: 'POST' });

  await generate(popup, 'nightly build');
  await popup.says('Nothing was created');
  expect(portal.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);

  portal.faults.length = 0;
  await popup.click('button', 'Generate again');
  await popup.click('button', 'Generate');
  await popup.find('region', 'New API key');
});
