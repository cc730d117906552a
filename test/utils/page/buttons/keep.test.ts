// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { button, labels, prepareDom, start, status } from '../attached';
import { LAYOUTS, notification, servicePart, VALUE } from '../pages';

let abort = () => {};
beforeEach(prepareDom);
afterEach(() => {
  abort();
  document.body.innerHTML = '';
});

function open(page: string, options?: Parameters<typeof start>[0]) {
  document.body.innerHTML = page;
  const started = start(options);
  abort = started.abort;
  return started;
}

const shown = notification('en', `<code>${VALUE}</code>`);

test('keeps a new value with its name, and does not copy it', async () => {
  const { copy, keep } = open(shown);
  button('Keep for 10').click();
  await vi.waitFor(() => expect(status()).toBe('Kept'));
  expect(keep.mock.calls).toEqual([[VALUE, 'Update KB']]);
  expect(copy).not.toHaveBeenCalled();
});

test('says when a value could not be kept', async () => {
  const { keep } = open(shown);
  keep.mockRejectedValueOnce(new Error('no'));
  button('Keep for 10').click();
  await vi.waitFor(() => expect(status()).toBe('Not kept'));
});

test('the button follows the copy button and names the time', () => {
  open(shown, { keepMinutes: () => 1 });
  expect(labels()).toEqual(['Copy key', 'Keep one 1']);
});

test('offers to keep new values only', () => {
  open((LAYOUTS.profile?.('en') ?? '') + servicePart('en'));
  expect(labels().filter((label) => label?.startsWith('Keep'))).toEqual([]);
});

test('a button that was not visible does nothing, and says so', async () => {
  const { copy, keep } = open(shown, { watchSight: () => () => false });
  for (const label of ['Keep for 10', 'Copy key']) {
    button(label).click();
    await vi.waitFor(() => expect(status()).toBe('Not seen'));
  }
  expect([copy.mock.calls, keep.mock.calls]).toEqual([[], []]);
});

test('a button the page has moved does nothing', async () => {
  const { copy } = open(shown);
  const { host } = button('Copy key').getRootNode() as ShadowRoot;
  document.body.append(host);
  button('Copy key').click();
  await vi.waitFor(() => expect(status()).toBe('Not seen'));
  expect(copy).not.toHaveBeenCalled();
});
