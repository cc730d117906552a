import { expect } from 'vitest';
import type { View } from '../browsers/view.ts';
import type { LocalPortal } from '../portal/server.ts';
import { runs } from '../thorough.ts';
import {
  readAll,
  readReports,
  sendFromContentScript,
  sendFromExtension,
  sendFromPage,
  watchReports,
} from './support/message-senders.ts';
import { type Facts, fuzzed, isAllowed } from './support/messages.ts';
import { connect, generate, openCredentials } from './support/steps.ts';
import { test } from './support/test.ts';

/** The number of messages per sender, in each browser. */
const COUNT = runs(300);

// A window requests the account last: once it is shown, no request is pending.
test.override({ settings: { usersRead: false } });

test('messages have only the effects that their sender is allowed', async ({ browser, portal }) => {
  await connect(browser, portal);
  const page = await openCredentials(browser, portal);
  await page.find('button', 'Copy endpoint');
  const options = await browser.openOptions();
  await generate(options, 'waiting to be copied');
  await options.find('region', 'New API key');
  await options.sees('Signed in as mfortin');
  await options.find('button', 'Revoke waiting to be copied');
  await expect.poll(async () => (await look(options, portal)).seen).toMatch(/"page"/);
  await options.idle();

  const before = await look(options, portal);
  const facts: Facts = { origin: portal.origin, waiting: before.waiting };
  expect(before.session).toContain(portal.keysOf('mfortin')[0]?.value);
  portal.requests.length = 0;
  const sent = { page: 0, 'content script': 0, 'extension page': 0 };
  const replies: string[] = [];

  // A page cannot address the extension, and the extension has no listener in it.
  const extension = browser.extensionOrigin;
  const messages = fuzzed(facts, COUNT, 1);
  await options.page.evaluate(watchReports, portal.origin);
  sent.page = await page.page.evaluate(sendFromPage, JSON.stringify(messages), extension);
  // Reports are handled in order: once the page's own is handled again, no other is pending.
  const own = JSON.parse(before.seen);
  const again = [{ name: 'endpointSeen', payload: { endpoint: own.endpoint } }];
  await options.page.evaluate(sendFromContentScript, portal.origin, JSON.stringify(again));
  for (const report of await options.page.evaluate(readReports)) {
    expect(JSON.parse(report)).toMatchObject(own);
  }
  expect(await look(options, portal)).toEqual(before);

  const fromScript = fuzzed(facts, COUNT, 2);
  const script = await options.page.evaluate(
    sendFromContentScript,
    portal.origin,
    JSON.stringify(fromScript),
  );
  sent['content script'] = script.replies.length;
  replies.push(...script.replies);
  expect(script.isolated).toBe(true);
  // The waiting value and the listed keys are in session storage, which content scripts cannot read.
  expect(script.session).toBe('refused');
  expect(script.local).toContain(portal.origin);
  expect(
    fromScript.filter((each) => isAllowed(each, 'content script', facts)).length,
  ).toBeGreaterThan(runs(10));
  const afterScript = await look(options, portal);
  expect(afterScript).toEqual({ ...before, seen: expect.anything() });
  // Check every report that was ever accepted, not only the last one.
  const reports = await options.page.evaluate(readReports);
  expect(reports.length).toBeGreaterThan(0);
  for (const report of [afterScript.seen, ...reports]) {
    expect(JSON.parse(report)).toSatisfy(wellFormed);
  }

  const fromExtension = fuzzed(facts, COUNT + 100, 3)
    .filter((each) => !isAllowed(each, 'extension page', facts))
    .slice(0, COUNT);
  const refused = await options.page.evaluate(sendFromExtension, JSON.stringify(fromExtension));
  sent['extension page'] = refused.length;
  replies.push(...refused);
  expect(await look(options, portal)).toEqual(afterScript);

  expect(portal.requests).toEqual([]);
  const replied = replies.join('\n');
  for (const { name, value } of portal.keysOf('mfortin')) {
    expect(replied).not.toContain(name);
    expect(replied).not.toContain(value);
    expect(script.local).not.toContain(name);
    expect(script.local).not.toContain(value);
  }
  expect(Object.values(sent).every((count) => count >= COUNT)).toBe(true);
  console.log(`Messages sent in ${browser.name}:`, sent);

  // A valid message takes effect, so the background was listening all along.
  const finish = [{ name: 'finish', payload: { id: facts.waiting } }];
  await options.page.evaluate(sendFromExtension, JSON.stringify(finish));
  expect((await look(options, portal)).session).not.toContain(portal.keysOf('mfortin')[0]?.value);
});

/** Everything that a message could have changed; `seen` holds what pages may report. */
async function look(options: View, portal: LocalPortal) {
  const { origin } = portal;
  const seen = await options.page.evaluate(readAll, origin);
  return { ...seen, keys: portal.keysOf('mfortin').map(({ id, name }) => ({ id, name })) };
}

function wellFormed({ endpoint, endpointFrom, seen }: Record<string, unknown>): boolean {
  const isUrl = (text: unknown) =>
    typeof text === 'string' && text.length <= 300 && /^https?:\/\/[^@?#]+$/.test(text);
  const isPath = (text: unknown) =>
    typeof text === 'string' && text.length <= 300 && /^\/[^/?#]/.test(text);
  return (
    isUrl(endpoint) &&
    endpointFrom === 'page' &&
    Array.isArray(seen) &&
    seen.length <= 40 &&
    seen.every((each) => isUrl(each) || isPath(each))
  );
}
