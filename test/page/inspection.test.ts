// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answerInspections } from '../../utils/page-inspection';
import { KEYS, LAYOUTS } from './pages';

const { id } = fakeBrowser.runtime;
const POPUP = { id, url: `chrome-extension://${id}/popup.html` };

let control: AbortController;
beforeEach(() => {
  fakeBrowser.reset();
  control = new AbortController();
  document.body.innerHTML = LAYOUTS.profile?.('en') ?? '';
  answerInspections(control.signal);
});
afterEach(() => {
  document.body.innerHTML = '';
});

/** Gives what is answered, and whether the answer was promised. */
async function ask(message: unknown, sender: { id?: string; url?: string }) {
  const respond = vi.fn();
  const [kept] = await fakeBrowser.runtime.onMessage.trigger(message, sender, respond);
  return { kept, answers: respond.mock.calls };
}

test('the extension is told what was recognised, and the names of the keys', async () => {
  const report = expect.objectContaining({ recognised: true, rows: KEYS.length });
  const names = KEYS.map(({ name }) => name);
  expect(await ask({ inspect: true }, POPUP)).toEqual({
    kept: true,
    answers: [[{ report, names }]],
  });
});

test.each([
  ['a page', { inspect: true }, { id, url: 'https://portal.test/' }],
  ['a script without an address', { inspect: true }, { id }],
  ['another extension', { inspect: true }, { id: 'other', url: POPUP.url }],
  ['a host that begins alike', { inspect: true }, { id, url: `chrome-extension://${id}.test/` }],
  ['a message of another kind', { inspect: 'true' }, POPUP],
  ['one for the relay', { relay: { method: 'GET' } }, POPUP],
  ['none', null, POPUP],
])('nothing is answered to %s', async (_, message, sender) => {
  expect(await ask(message, sender)).toEqual({ kept: undefined, answers: [] });
});

test('nothing is answered after the end', async () => {
  control.abort();
  expect(await ask({ inspect: true }, POPUP)).toEqual({ kept: undefined, answers: [] });
});
