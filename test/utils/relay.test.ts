// @vitest-environment node
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createHttp } from '../../utils/portal/http';
import { fetchThrough } from '../../utils/relay';
import { problemFrom } from './portal/session';

const ANSWER = {
  status: 200,
  contentType: 'application/json',
  retryAfter: '',
  text: '{"data":[]}',
  redirected: false,
};
const TAB = 7;

const send = vi.fn();
const http = createHttp('https://portal.example.com', fetchThrough(TAB));
beforeEach(() => {
  send.mockReset().mockResolvedValue(ANSWER);
  Object.assign(fakeBrowser.tabs, { sendMessage: send });
});

test('a request goes to the tab as it is, and its answer comes back', async () => {
  expect(await http.request('post', '/keys?org_id=1', { name: 'x' })).toEqual({ data: [] });
  const relay = { method: 'POST', path: '/keys?org_id=1', body: '{"name":"x"}' };
  expect(send).toHaveBeenCalledWith(TAB, { relay }, { frameId: 0 });
});

test.each([
  ['get', 'signed-out'],
  // The change may have been made before the portal led on.
  ['post', 'unknown-outcome'],
] as const)('being led away by %s means %s, as it does without a tab', async (method, kind) => {
  send.mockResolvedValue({ ...ANSWER, redirected: true });
  expect((await problemFrom(http.request(method, '/keys'))).kind).toBe(kind);
});

test.each([null, {}, { ...ANSWER, status: 0 }, { ...ANSWER, text: 1 }])(
  'a tab that answers %j has not answered',
  async (answer) => {
    send.mockResolvedValue(answer);
    expect((await problemFrom(http.request('post', '/keys'))).kind).toBe('unknown-outcome');
  },
);
