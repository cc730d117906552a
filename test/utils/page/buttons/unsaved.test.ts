// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { button, prepareDom, rescanned, start, status } from '../attached';
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

/** Shows a new value in plain text. */
function open(page = notification('en', `<code>${VALUE}</code>`)) {
  document.body.innerHTML = page;
  const started = start();
  abort = started.abort;
  return started;
}

/** Whether leaving the page would prompt the user. */
function warns(): boolean {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
}

async function close() {
  document.querySelector('article')?.remove();
  await rescanned();
}

test('warns before the page is left with a new value unsaved', () => {
  open();
  expect(warns()).toBe(true);
  abort();
  expect(warns()).toBe(false);
});

test('does not warn without a new value, or with one the page always shows', () => {
  open('<h3>API keys</h3><button>Generate API key</button>');
  expect(warns()).toBe(false);
  abort();
  open(
    `<main><h3>API keys</h3><button>Generate API key</button><p>API key</p><p>${BULLETS}</p></main>`,
  );
  expect(button('Copy key')).toBeDefined();
  expect(warns()).toBe(false);
});

describe('a value counts as saved', () => {
  test('when it was copied or kept here, but not when that failed', async () => {
    for (const label of ['Copy key', 'Keep for 10']) {
      const { copy, keep } = open();
      for (const way of [copy, keep]) way.mockRejectedValueOnce(new Error('no'));
      button(label).click();
      await vi.waitFor(() => expect(status()).toMatch(/^Not /));
      expect(warns()).toBe(true);
      await vi.advanceTimersByTimeAsync(3000);
      copy.mockReset();
      keep.mockReset();
      button(label).click();
      await vi.waitFor(() => expect(warns()).toBe(false));
      abort();
    }
  });

  test('when the portal’s own copy icon was clicked, but not its reveal icon', () => {
    open();
    const icon = (name: string) => document.querySelector<HTMLElement>(`[data-icon=${name}]`);
    icon('eye')?.click();
    expect(warns()).toBe(true);
    icon('clipboard')?.click();
    expect(warns()).toBe(false);
  });

  test('when all of it was selected and copied', () => {
    open();
    const code = document.querySelector('code');
    for (const [selected, left] of [
      [VALUE.slice(1), true],
      [`API key ${VALUE}`, false],
    ] as const) {
      const selection = { toString: () => selected } as Selection;
      vi.spyOn(document, 'getSelection').mockReturnValue(selection);
      code?.dispatchEvent(new Event('copy', { bubbles: true }));
      expect(warns()).toBe(left);
    }
  });

  test('when it was copied from its field', () => {
    open(notification('en', `<input readonly value="${VALUE}">`));
    document.querySelector('input')?.dispatchEvent(new Event('copy', { bubbles: true }));
    expect(warns()).toBe(false);
  });
});

describe('a closed value', () => {
  test('that was not saved is reported once, after a moment, and no longer warned about', async () => {
    open();
    await close();
    expect(warns()).toBe(false);
    expect(status()).toBe('');
    await vi.advanceTimersByTimeAsync(1100);
    expect(status()).toBe(LOST);

    await vi.advanceTimersByTimeAsync(20_000);
    document.body.innerHTML = notification('en');
    await rescanned();
    expect(warns()).toBe(true);
    await close();
    await vi.advanceTimersByTimeAsync(1100);
    expect(status()).toBe('');
  });

  test('that was saved is not reported, even when it is shown again', async () => {
    open();
    button('Copy key').click();
    await vi.waitFor(() => expect(status()).toBe('Copied'));
    await close();
    await vi.advanceTimersByTimeAsync(5000);
    expect(status()).toBe('');
    document.body.innerHTML = notification('en');
    await rescanned();
    expect(warns()).toBe(false);
  });

  test('that is redrawn at once does not count as closed', async () => {
    open();
    await close();
    document.body.innerHTML = notification('en');
    await rescanned();
    await vi.advanceTimersByTimeAsync(5000);
    expect(status()).toBe('');
    expect(warns()).toBe(true);
  });
});
