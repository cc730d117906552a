// @vitest-environment node
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answerExtension } from '../../utils/page-messages';

const { id } = fakeBrowser.runtime;
const POPUP = { id, url: `chrome-extension://${id}/popup.html` };
const QUESTION = { question: true };

let control: AbortController;
const answer = vi.fn();
beforeEach(() => {
  fakeBrowser.reset();
  control = new AbortController();
  answer.mockReset().mockImplementation(async () => 'answer');
  answerExtension(answer, control.signal);
});

/** Gives what is answered, and whether the answer was promised. */
async function ask(sender: { id?: string; url?: string }) {
  const respond = vi.fn();
  const [kept] = await fakeBrowser.runtime.onMessage.trigger(QUESTION, sender, respond);
  await Promise.resolve();
  return { kept, answers: respond.mock.calls };
}

const NOTHING = { kept: undefined, answers: [] };

test("the extension's own pages are answered", async () => {
  expect(await ask(POPUP)).toEqual({ kept: true, answers: [['answer']] });
  expect(answer).toHaveBeenCalledWith(QUESTION);
});

test.each([
  ['a page', { id, url: 'https://portal.test/' }],
  ['a script without an address', { id }],
  ['another extension', { id: 'other', url: POPUP.url }],
  ['a host that begins alike', { id, url: `chrome-extension://${id}.test/` }],
])('nothing is answered to %s, and nothing done for it', async (_, sender) => {
  expect(await ask(sender)).toEqual(NOTHING);
  expect(answer).not.toHaveBeenCalled();
});

test('nothing is answered to a message for somebody else', async () => {
  answer.mockReturnValue(undefined);
  expect(await ask(POPUP)).toEqual(NOTHING);
});

test('a failure is answered with nothing, and keeps nobody waiting', async () => {
  answer.mockRejectedValue(new Error('secret'));
  expect(await ask(POPUP)).toEqual({ kept: true, answers: [[null]] });
});

test('nothing is answered after the end', async () => {
  control.abort();
  expect(await ask(POPUP)).toEqual(NOTHING);
});
