// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { problemText } from '../../../components/common/problem-text';
import { t } from '../../../utils/browser/i18n';
import type { Handoff } from '../../../utils/keys/handoff';
import { createHandoffs } from '../../../utils/keys/handoffs';
import { handoffs as store } from '../../../utils/stored/memory';
import { type LocalPortal, startPortal } from '../../portal/server';
import { setLanguage } from '../browser/texts';
import { resetPortal } from '../portal/session';
import { type FailureName, openFailingClient, waitUntil, writes } from './failures';

const LABEL = 'Example portal';

let portal: LocalPortal;
let now = 0;
let failing: ReturnType<typeof openFailingClient>;
beforeAll(async () => {
  portal = await startPortal();
});
beforeEach(() => {
  fakeBrowser.reset();
  setLanguage();
  resetPortal(portal);
  now = 1_000_000;
  failing = openFailingClient(portal);
});
afterAll(() => portal.close());

/** A freshly started background. */
const start = () =>
  createHandoffs({
    store,
    clientOf: async () => failing.client,
    now: () => now,
    waitTime: async () => 600_000,
  });
const REQUEST = { id: 'a', store: '', name: 'deploy' };
const generate = () => start().generate({ ...REQUEST, origin: portal.origin });
const made = () => portal.keysOf('mfortin').slice(0, -3);

/** What the user reads on the card of a new key. */
async function sentenceShown(): Promise<string> {
  const [handoff] = await store.getValue();
  if (!handoff) return '';
  return SENTENCES[handoff.phase](handoff as never);
}
type Of<Phase> = Extract<Handoff, { phase: Phase }>;
const SENTENCES = {
  sending: ({ name }: Of<'sending'>) => t('generating', name),
  ready: ({ value }: Of<'ready'>) => `ready: ${value}`,
  failed: ({ name, problem }: Of<'failed'>) =>
    `${t('generateFailed', name)} ${problemText(problem, LABEL)}`,
  lost({ name, created }: Of<'lost'>) {
    if (!created) return t('lostUnknown', name);
    return created[0] ? `${t('lostCreated', name)} [${created[0].id}]` : t('lostNothing');
  },
};

const NOTHING = /^The list was checked again\. Nothing was created, so you can try again\.$/;
const UNKNOWN = /^No usable response arrived, so it is not yet clear whether .* deploy exists\./;
const CREATED =
  /^The list was checked again\. A key named deploy was created, but its value never arrived\./;
const READY = /^ready: /;
const refused = (why: RegExp) => new RegExp(`^deploy was not generated\\. .*${why.source}`);

/** Checks that whatever the user reads is true at that moment. */
async function expectTruth(): Promise<void> {
  const sentence = await sentenceShown();
  const [key] = made();
  if (NOTHING.test(sentence) || refused(/./).test(sentence)) expect(made()).toEqual([]);
  if (CREATED.test(sentence)) expect(sentence).toContain(`[${key?.id}]`);
  if (READY.test(sentence)) expect(sentence).toBe(`ready: ${key?.value}`);
}

/** Checks that the user knows the outcome in the end. */
async function expectKnownOutcome(keys: number): Promise<void> {
  await waitUntil(() => made().length === keys);
  failing.recover();
  await expectTruth();
  await start().sweep();
  await expectTruth();
  now += 60_000;
  await start().sweep();
  await expectTruth();
  expect(await sentenceShown()).not.toMatch(UNKNOWN);
  expect(made()).toHaveLength(keys);
}

describe('when the list is read beforehand, a request that is', () => {
  test.each<[FailureName, RegExp]>([
    ['refused', /cannot be reached/],
    ['dropped before the portal acts', /cannot be reached/],
    ['dropped after the portal acts', /cannot be reached/],
    ['too slow, never done', /took too long/],
    ['too slow, done later', /took too long/],
    ['answered in part', /sent an unexpected response/],
    ['answered with nonsense', /sent an unexpected response/],
    ['answered with a page', /sent an unexpected response/],
    ['answered with 401', /signed out of Example portal\. Sign in there/],
    ['answered with 502', /had a server error \(HTTP 502\)/],
    ['answered with 504, not done', /had a server error \(HTTP 504\)/],
  ])('%s: no key is requested', async (failure, sentence) => {
    failing.set('before', failure);
    await generate();
    expect(await sentenceShown()).toMatch(refused(sentence));
    expect(writes(portal)).toBe(0);
    await expectKnownOutcome(0);
  });

  test('slow, but in time: the key arrives', async () => {
    failing.set('before', 'slow, but in time');
    await generate();
    expect(await sentenceShown()).toMatch(READY);
    expect(writes(portal)).toBe(1);
    await expectKnownOutcome(1);
  });
});

describe('a request for a key that is', () => {
  test.each<[FailureName, number, RegExp]>([
    ['refused', 0, NOTHING],
    ['dropped before the portal acts', 0, NOTHING],
    ['dropped after the portal acts', 1, CREATED],
    ['slow, but in time', 1, READY],
    ['too slow, never done', 0, UNKNOWN],
    ['too slow, done', 1, CREATED],
    ['too slow, done later', 1, UNKNOWN],
    ['answered in part', 1, CREATED],
    ['answered with nonsense, not done', 0, NOTHING],
    ['answered with nonsense', 1, CREATED],
    ['answered with a page, not done', 0, NOTHING],
    ['answered with a page', 1, CREATED],
    ['answered with 401', 0, refused(/signed out/)],
    ['answered with 503, not done', 0, NOTHING],
    ['answered with 502', 1, CREATED],
    ['answered with 504, not done', 0, UNKNOWN],
  ])('%s: creates %i keys', async (failure, keys, sentence) => {
    failing.set('change', failure);
    await generate();
    expect(await sentenceShown()).toMatch(sentence);
    await expectTruth();
    await expectKnownOutcome(keys);
    expect(writes(portal)).toBe(failure === 'refused' ? 0 : 1);
  });
});

const OUTCOMES = [
  ['dropped before the portal acts', 0, NOTHING],
  ['dropped after the portal acts', 1, CREATED],
] as const;
describe.each(OUTCOMES)('when a request was %s, a lookup that is', (lost, keys, sentence) => {
  test.each<FailureName>([
    'refused',
    'dropped before the portal acts',
    'dropped after the portal acts',
    'too slow, never done',
    'too slow, done later',
    'answered in part',
    'answered with nonsense',
    'answered with a page',
    'answered with 401',
    'answered with 502',
  ])('%s: the outcome is unknown until it is checked again', async (failure) => {
    failing.set('change', lost);
    failing.set('after', failure);
    await generate();
    expect(await sentenceShown()).toMatch(UNKNOWN);

    failing.recover();
    await start().recheckOutcome('a');
    expect(await sentenceShown()).toMatch(sentence);
    expect(writes(portal)).toBe(1);
    await expectKnownOutcome(keys);
  });

  test('slow, but in time: the outcome is known at once', async () => {
    failing.set('change', lost);
    failing.set('after', 'slow, but in time');
    await generate();
    expect(await sentenceShown()).toMatch(sentence);
    expect(writes(portal)).toBe(1);
    await expectKnownOutcome(keys);
  });
});
