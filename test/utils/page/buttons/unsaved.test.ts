// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { button, prepareDom, settled, start, status } from '../attached';
import { BULLETS, notification, VALUE } from '../pages';

const LOST = 'Closed: Update KB';
let abort = () => {};
beforeEach(() => {
  prepareDom();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  abort();
  vi.useRealTimers();
  document.body.innerHTML = '';
});

/** Shows a new value, readable. */
function open(page = notification('en', `<code>${VALUE}</code>`)) {
  document.body.innerHTML = page;
  const started = start();
  abort = started.abort;
  return started;
}

/** Whether the browser would be asked to ask before the page is left. */
function asks(): boolean {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
}

async function close() {
  document.querySelector('article')?.remove();
  await settled();
}

test('a page asks before it is left with a new value that nobody has taken', () => {
  open();
  expect(asks()).toBe(true);
  abort();
  expect(asks()).toBe(false);
});

test('a page asks nothing without a new value, or with one that it shows again and again', () => {
  open('<h3>API keys</h3><button>Generate API key</button>');
  expect(asks()).toBe(false);
  abort();
  open(
    `<main><h3>API keys</h3><button>Generate API key</button><p>API key</p><p>${BULLETS}</p></main>`,
  );
  expect(button('Copy key')).toBeDefined();
  expect(asks()).toBe(false);
});

describe('a value is taken', () => {
  test('when it was copied or kept here, and not when that failed', async () => {
    for (const label of ['Copy key', 'Keep for 10']) {
      const { copy, keep } = open();
      for (const way of [copy, keep]) way.mockRejectedValueOnce(new Error('no'));
      button(label).click();
      await vi.waitFor(() => expect(status()).toMatch(/^Not /));
      expect(asks()).toBe(true);
      await vi.advanceTimersByTimeAsync(3000);
      copy.mockReset();
      keep.mockReset();
      button(label).click();
      await vi.waitFor(() => expect(asks()).toBe(false));
      abort();
    }
  });

  test('when the portal’s own clipboard was clicked, and not its eye', () => {
    open();
    const icon = (name: string) => document.querySelector<HTMLElement>(`[data-icon=${name}]`);
    icon('eye')?.click();
    expect(asks()).toBe(true);
    icon('clipboard')?.click();
    expect(asks()).toBe(false);
  });

  test('when it was selected and copied, in whole', () => {
    open();
    const code = document.querySelector('code');
    for (const [selected, left] of [
      [VALUE.slice(1), true],
      [`API key ${VALUE}`, false],
    ] as const) {
      const selection = { toString: () => selected } as Selection;
      vi.spyOn(document, 'getSelection').mockReturnValue(selection);
      code?.dispatchEvent(new Event('copy', { bubbles: true }));
      expect(asks()).toBe(left);
    }
  });

  test('when it was copied out of its field', () => {
    open(notification('en', `<input readonly value="${VALUE}">`));
    document.querySelector('input')?.dispatchEvent(new Event('copy', { bubbles: true }));
    expect(asks()).toBe(false);
  });
});

describe('a value that is closed', () => {
  test('without being taken is told of once, a moment later, and no longer asked about', async () => {
    open();
    await close();
    expect(asks()).toBe(false);
    expect(status()).toBe('');
    await vi.advanceTimersByTimeAsync(1100);
    expect(status()).toBe(LOST);

    await vi.advanceTimersByTimeAsync(20_000);
    document.body.innerHTML = notification('en');
    await settled();
    expect(asks()).toBe(true);
    await close();
    await vi.advanceTimersByTimeAsync(1100);
    expect(status()).toBe('');
  });

  test('after it was taken is nothing to tell of, also when it is shown again', async () => {
    open();
    button('Copy key').click();
    await vi.waitFor(() => expect(status()).toBe('Copied'));
    await close();
    await vi.advanceTimersByTimeAsync(5000);
    expect(status()).toBe('');
    document.body.innerHTML = notification('en');
    await settled();
    expect(asks()).toBe(false);
  });

  test('and drawn anew at once was never closed', async () => {
    open();
    await close();
    document.body.innerHTML = notification('en');
    await settled();
    await vi.advanceTimersByTimeAsync(5000);
    expect(status()).toBe('');
    expect(asks()).toBe(true);
  });
});
