// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { problemText } from '../../../components/common/problem-text';
import { createKeysModel, type KeysModel } from '../../../utils/keys/model';
import type { ApiKey } from '../../../utils/portal/schema';
import { type LocalPortal, startPortal } from '../../portal/server';
import { setLanguage } from '../browser/texts';
import { resetPortal } from '../portal/session';
import { type FailureName, openFailingClient, waitUntil, writes } from './failures';

let portal: LocalPortal;
let failing: ReturnType<typeof openFailingClient>;
let model: KeysModel;
let key: ApiKey;
let shownTo: string | null;
let before: string[];
beforeAll(async () => {
  portal = await startPortal();
});
beforeEach(async () => {
  fakeBrowser.reset();
  setLanguage();
  resetPortal(portal);
  failing = openFailingClient(portal);
  model = createKeysModel(
    {
      client: async () => failing.client,
      keep: async () => {},
      learn: async () => {},
      now: () => 1,
    },
    null,
  );
  await model.refresh();
  portal.requests.length = 0;
  key = model.keys.value?.find(({ id }) => id === portal.keysOf('mfortin')[0]?.id) as ApiKey;
  shownTo = model.list.value?.userName ?? null;
  before = stored();
});
afterAll(() => portal.close());

const stored = () => portal.keysOf('mfortin').map(({ name }) => name);
const shown = () => model.keys.value?.map(({ name }) => name);
const said = (problem: ReturnType<typeof model.problem.peek>) =>
  problem ? problemText(problem, 'Example portal') : 'done';

const UNREACHABLE = /^Example portal cannot be reached/;
const UNKNOWN = /^Example portal did not respond, so the change may or may not/;
const NO_LIST = /^Example portal sent an unexpected response/;
const DONE = /^done$/;
const SIGNED_OUT = /^You are signed out of Example portal\. Sign in there/;

const CHANGES = [
  ['renaming', () => model.rename(key, shownTo, 'renamed'), ['renamed']],
  ['revoking', () => model.revoke(key, shownTo), []],
] as const;

describe.each(CHANGES)('%s', (_, change, replacement) => {
  /** The names the portal should have in the end. */
  const holding = (made: number) => (made ? [...replacement, ...before.slice(1)] : before);

  /** Whatever went wrong, the next list shows what the portal has. */
  async function expectFinalList(made: number): Promise<void> {
    await waitUntil(() => String(stored()) === String(holding(made)));
    failing.recover();
    await model.refresh();
    expect(shown()).toEqual(holding(made));
    expect(stored()).toEqual(holding(made));
    expect(writes(portal)).toBeLessThanOrEqual(1);
  }

  test.each<[FailureName, number, RegExp]>([
    ['refused', 0, UNREACHABLE],
    ['dropped before the portal acts', 0, UNREACHABLE],
    ['dropped after the portal acts', 1, DONE],
    ['slow, but in time', 1, DONE],
    ['too slow, never done', 0, UNKNOWN],
    ['too slow, done', 1, DONE],
    ['too slow, done later', 1, UNKNOWN],
    ['answered in part', 1, DONE],
    ['answered with nonsense, not done', 0, NO_LIST],
    ['answered with nonsense', 1, DONE],
    ['answered with a page, not done', 0, NO_LIST],
    ['answered with a page', 1, DONE],
    ['answered with 401', 0, SIGNED_OUT],
    ['answered with 503, not done', 0, /had a server error \(HTTP 503\)/],
    ['answered with 502', 1, DONE],
    ['answered with 504, not done', 0, /had a server error \(HTTP 504\)/],
  ])('with a request that is %s', async (failure, made, sentence) => {
    failing.set('change', failure);
    const outcome = said(await change());
    expect(outcome).toMatch(sentence);
    expect(writes(portal)).toBe(failure === 'refused' ? 0 : 1);
    if (outcome === 'done') expect(stored()).toEqual(holding(1));
    if (failure !== 'answered with 401')
      expect(shown()).toEqual(holding(Number(outcome === 'done')));
    await expectFinalList(made);
  });

  describe.each([
    ['before the portal acts', 0, UNREACHABLE],
    ['after the portal acts', 1, DONE],
  ] as const)('with a request that was dropped %s', (when, made, sentence) => {
    beforeEach(() => failing.set('change', `dropped ${when}`));

    test.each<[FailureName, RegExp]>([
      ['refused', UNREACHABLE],
      ['dropped before the portal acts', UNREACHABLE],
      ['dropped after the portal acts', UNREACHABLE],
      ['too slow, never done', /took too long/],
      ['too slow, done later', /took too long/],
      ['answered in part', NO_LIST],
      ['answered with nonsense', NO_LIST],
      ['answered with a page', NO_LIST],
      ['answered with 401', SIGNED_OUT],
      ['answered with 502', /had a server error \(HTTP 502\)/],
    ])('and a lookup that is %s', async (failure, note) => {
      failing.set('after', failure);
      expect(said(await change())).toMatch(UNKNOWN);
      expect(said(model.problem.value)).toMatch(note);
      expect(shown()).toEqual(failure === 'answered with 401' ? undefined : before);
      await expectFinalList(made);
      expect(said(model.problem.value)).toMatch(DONE);
    });

    test('and a lookup that is slow, but in time', async () => {
      failing.set('after', 'slow, but in time');
      expect(said(await change())).toMatch(sentence);
      expect(shown()).toEqual(holding(made));
      await expectFinalList(made);
    });
  });
});
