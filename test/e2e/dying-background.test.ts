import { describe, expect } from 'vitest';
import type { Fault } from '../portal/server.ts';
import { connect, generate } from './support/steps.ts';
import { test } from './support/test.ts';

const DELAY = 3000;
const CREATED = 'A key named nightly build was created, but its value never arrived';

interface Moment {
  when: string;
  /** holds up the request during which the background stops */
  fault: Fault;
  posts: number;
  /** what the next window says at first */
  says: string;
  /** what it says once the portal is done */
  later: string;
  /** how many keys the portal creates */
  created: number;
}

const MOMENTS: Moment[] = [
  {
    when: 'before the list is read',
    fault: { kind: 'latency', route: 'GET', ms: DELAY, times: 1 },
    posts: 0,
    says: 'nightly build was not generated',
    later: 'The browser stopped the extension before it could send',
    created: 0,
  },
  {
    when: 'before the portal creates the key',
    fault: { kind: 'latency', route: 'POST', ms: DELAY, times: 1 },
    posts: 1,
    says: 'it is not yet clear whether a key named nightly build exists',
    later: CREATED,
    created: 1,
  },
  {
    when: 'before the response arrives',
    fault: { kind: 'hang', route: 'POST', after: true, times: 1 },
    posts: 1,
    says: CREATED,
    later: CREATED,
    created: 1,
  },
];

describe.each(MOMENTS)('a background that stops $when', ({ when, fault, posts, ...expected }) => {
  test(`sends nothing twice, and the outcome is shown (${when})`, async ({ browser, portal }) => {
    await connect(browser, portal);
    const popup = await browser.openPopup();
    await popup.find('button', 'Rename staging deploy');
    await popup.idle();
    portal.requests.length = 0;
    portal.faults.push(fault);
    await generate(popup, 'nightly build');
    const sent = (method: string) => portal.requests.filter((each) => each.method === method);
    await expect.poll(() => sent(fault.route ?? '')).toHaveLength(1);
    await popup.close();

    await browser.stopBackground();

    const next = await browser.openPopup();
    await next.says(expected.says);
    const created = () => portal.keysOf('mfortin').filter(({ name }) => name === 'nightly build');
    await expect.poll(created, { timeout: 2 * DELAY }).toHaveLength(expected.created);
    const [again] = await next.all('button', 'Check again');
    if (again) await next.click('button', 'Check again');
    await next.says(expected.later);
    expect(sent('POST')).toHaveLength(posts);
  });
});
