import { describe, expect } from 'vitest';
import type { Fault } from '../portal/server.ts';
import { connect, generate } from './support/steps.ts';
import { test } from './support/test.ts';

const MOMENTS: { when: string; faults: Fault[]; seen: RegExp }[] = [
  {
    when: 'before the list is read',
    faults: [{ kind: 'latency', route: 'GET', ms: 1500, times: 1 }],
    seen: /Copy key/,
  },
  {
    when: 'before the key is refused',
    faults: [
      { kind: 'latency', route: 'POST', ms: 1500 },
      { kind: 'status', route: 'POST', status: 403 },
    ],
    seen: /nightly build was not generated.*does not let your account/s,
  },
  {
    when: 'before the response is lost',
    faults: [
      { kind: 'latency', route: 'POST', ms: 1500 },
      { kind: 'truncated', route: 'POST' },
    ],
    seen: /A key named nightly build was created, but its value never arrived/,
  },
];

describe.each(MOMENTS)('when the popup closes $when', ({ when, faults, seen }) => {
  test(`the next one shows the outcome (${when})`, async ({ browser, portal }) => {
    await connect(browser, portal);
    const tab = await browser.openTab('about:blank');
    const popup = await browser.openRealPopup(tab);
    await popup.find('button', 'Rename staging deploy');
    await popup.idle();
    portal.requests.length = 0;
    portal.faults.push(...faults);
    await generate(popup, 'nightly build');
    await expect
      .poll(() =>
        portal.requests.some(({ status, method }) => !status && faults[0]?.route === method),
      )
      .toBe(true);
    await popup.close();

    const next = await browser.openRealPopup(tab);
    await next.sees(seen);
    expect(portal.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });
});
