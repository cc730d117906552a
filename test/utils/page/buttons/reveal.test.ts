// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { button, prepareDom, settled, start, status } from '../attached';
import { BULLETS, notification, VALUE } from '../pages';

let abort = () => {};
beforeEach(prepareDom);
afterEach(() => {
  abort();
  vi.useRealTimers();
  document.body.innerHTML = '';
});

/** Opens a notification whose eye acts as told. */
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
])('a masked value is copied and masked again: %s', async (_, toggle) => {
  const { copy, pressed, onCopied } = open(toggle);
  button('Copy key').click();
  await vi.waitFor(() => expect(status()).toBe('Copied'));
  await vi.waitFor(() => expect(onCopied.mock.calls).toEqual([[true]]));
  expect(copy.mock.calls).toEqual([[VALUE]]);
  await vi.waitFor(() => expect(document.body.textContent).not.toContain(VALUE));
  expect(pressed).toHaveBeenCalledTimes(2);
  await settled();
  expect(button('Copy key')).toBeDefined();
});

test('a value that is shown is copied as it is, with nothing clicked', async () => {
  const { copy, pressed } = open(() => {}, `<code>\n  ${VALUE} </code>`);
  button('Copy key').click();
  await vi.waitFor(() => expect(copy).toHaveBeenCalledWith(VALUE));
  expect(pressed).not.toHaveBeenCalled();
});

test('a value that never appears is not copied, and neither are its bullets', async () => {
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

test('without an icon that reveals, a masked value is said not to be readable', async () => {
  const { copy } = open(() => {});
  document.querySelector('[data-icon=eye]')?.parentElement?.remove();
  document.querySelector('[data-icon=clipboard]')?.parentElement?.remove();
  await settled();
  button('Copy key').click();
  await vi.waitFor(() => expect(status()).toBe('Not copied'));
  expect(copy).not.toHaveBeenCalled();
});

test('while one copy waits, a second click does not toggle the value back', async () => {
  const { pressed } = open(() => {});
  button('Copy key').click();
  button('Copy key').click();
  expect(pressed).toHaveBeenCalledOnce();
});
