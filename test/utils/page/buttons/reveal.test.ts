// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { button, prepareDom, rescanned, start, status } from '../attached';
import { BULLETS, notification, VALUE } from '../pages';

let abort = () => {};
beforeEach(prepareDom);
afterEach(() => {
  abort();
  vi.useRealTimers();
  document.body.innerHTML = '';
});

/** Opens a notification whose reveal icon does what `toggle` does. */
function open(toggle: (line: Element) => void, shown?: string) {
  document.body.innerHTML = notification('en', shown);
  const eye = document.querySelector('[data-icon=eye]')?.parentElement;
  const pressed = vi.fn(() => toggle(document.querySelector('h4 + div') ?? document.body));
  eye?.addEventListener('click', pressed);
  const started = start();
  abort = started.abort;
  return { ...started, pressed };
}

function swap(line: Element, make: (text: string) => Element) {
  const shown = line.querySelector('span,code');
  shown?.replaceWith(make(shown.textContent === BULLETS ? VALUE : BULLETS));
}

function element(name: string, text: string): Element {
  return Object.assign(document.createElement(name), { textContent: text });
}

test.each([
  ['the text changes', (line: Element) => swap(line, (text) => element('span', text))],
  [
    'another element takes its place',
    (line: Element) => swap(line, (text) => element(text === VALUE ? 'code' : 'span', text)),
  ],
  [
    'it comes a moment later',
    (line: Element) =>
      void Promise.resolve().then(() => swap(line, (text) => element('span', text))),
  ],
])('copies a masked value and masks it again: %s', async (_, toggle) => {
  const { copy, pressed, onCopied } = open(toggle);
  button('Copy key').click();
  await vi.waitFor(() => expect(status()).toBe('Copied'));
  await vi.waitFor(() => expect(onCopied.mock.calls).toEqual([[true]]));
  expect(copy.mock.calls).toEqual([[VALUE]]);
  await vi.waitFor(() => expect(document.body.textContent).not.toContain(VALUE));
  expect(pressed).toHaveBeenCalledTimes(2);
  await rescanned();
  expect(button('Copy key')).toBeDefined();
});

test('copies a visible value without clicking anything', async () => {
  const { copy, pressed } = open(() => {}, `<code>\n  ${VALUE} </code>`);
  button('Copy key').click();
  await vi.waitFor(() => expect(copy).toHaveBeenCalledWith(VALUE));
  expect(pressed).not.toHaveBeenCalled();
});

test('copies nothing, not even the bullets, when the value never appears', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { copy, pressed } = open(() => {});
  button('Copy key').click();
  await vi.advanceTimersByTimeAsync(1900);
  expect(status()).toBe('');
  await vi.advanceTimersByTimeAsync(200);
  expect(status()).toBe('Not copied');
  expect(copy).not.toHaveBeenCalled();
  expect(pressed).toHaveBeenCalledOnce();
});

test('says that a masked value without a reveal icon cannot be copied', async () => {
  const { copy } = open(() => {});
  document.querySelector('[data-icon=eye]')?.parentElement?.remove();
  document.querySelector('[data-icon=clipboard]')?.parentElement?.remove();
  await rescanned();
  button('Copy key').click();
  await vi.waitFor(() => expect(status()).toBe('Not copied'));
  expect(copy).not.toHaveBeenCalled();
});

test('a second click does not hide the value while a copy is pending', async () => {
  const { pressed } = open(() => {});
  button('Copy key').click();
  button('Copy key').click();
  expect(pressed).toHaveBeenCalledOnce();
});
