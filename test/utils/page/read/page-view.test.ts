// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { find } from '../../../../utils/page/read/find';
import { watchPage } from '../../../../utils/page/read/page-view';
import { rescanned } from '../attached';
import { LAYOUTS, notification, VALUE } from '../pages';

vi.mock('../../../../utils/page/read/find', { spy: true });

let control = new AbortController();
beforeEach(() => {
  control = new AbortController();
});
afterEach(() => {
  control.abort();
  document.body.innerHTML = '';
});

const profile = LAYOUTS.profile?.('en') ?? '';

/** Watches a page. Its first scan is not counted. */
function watch(html: string) {
  document.body.innerHTML = html;
  const onUpdate = vi.fn();
  const page = watchPage(document, control.signal, onUpdate);
  expect(find).toHaveBeenCalledOnce();
  expect(onUpdate).toHaveBeenCalledOnce();
  vi.mocked(find).mockClear();
  onUpdate.mockClear();
  return { page, onUpdate };
}

/** Changes a page in many steps, each of which observers see. */
async function burst(text: string) {
  for (let turn = 0; turn < 20; turn++) {
    document.body.append(Object.assign(document.createElement('p'), { textContent: text }));
    await Promise.resolve();
  }
}

test('a burst of changes costs one scan in each frame', async () => {
  const { onUpdate } = watch(profile);
  for (const count of [1, 2]) {
    await burst('more');
    expect(find).toHaveBeenCalledTimes(count - 1);
    await rescanned();
    expect(find).toHaveBeenCalledTimes(count);
    expect(onUpdate).toHaveBeenCalledTimes(count);
  }
});

test('a page without a clue to API keys is not scanned again, whatever changes', async () => {
  watch('<h1>Home</h1><input>');
  await burst('Home');
  document.querySelector('h1')?.setAttribute('title', 'API keys');
  await rescanned();
  expect(find).not.toHaveBeenCalled();
});

test('a page that stays the same is not scanned again to be read', () => {
  const { page } = watch(profile);
  expect(page.current()).toBe(page.current());
  expect(find).not.toHaveBeenCalled();
});

test('a change is read at once, without another scan in its frame', async () => {
  const { page, onUpdate } = watch(profile);
  document.body.insertAdjacentHTML('beforeend', notification('en', `<code>${VALUE}</code>`));
  expect(page.current().newValues).toMatchObject([{ value: VALUE }]);
  await rescanned();
  expect(find).toHaveBeenCalledOnce();
  expect(onUpdate.mock.calls).toEqual([[page.current()]]);
});

test.each<[string, (field: HTMLInputElement) => void]>([
  ['the value of a field', (field) => Object.assign(field, { value: 'BBECAwQFBgcICQoLDA0ODw==' })],
  ['an attribute', (field) => field.setAttribute('value', 'BBECAwQFBgcICQoLDA0ODw==')],
])('%s is read as soon as it changes', (_, change) => {
  const { page } = watch(notification('en', `<input readonly value="${VALUE}">`));
  const field = document.querySelector('input');
  if (field) change(field);
  expect(page.current().newValues).toMatchObject([{ value: 'BBECAwQFBgcICQoLDA0ODw==' }]);
});

test('an icon with a new label is no longer taken for the one that reveals', () => {
  const { page } = watch(notification('en'));
  const eye = document.querySelector('[data-icon=eye]');
  expect(page.current().newValues[0]?.revealControl?.firstElementChild).toBe(eye);
  eye?.parentElement?.setAttribute('title', 'Regenerate');
  expect(page.current().newValues[0]?.revealControl?.firstElementChild).not.toBe(eye);
});

test('a wait for a change ends with the next one', async () => {
  const { page } = watch(profile);
  const heard = vi.fn();
  void page.changed().then(heard);
  await Promise.resolve();
  expect(heard).not.toHaveBeenCalled();
  document.body.append(document.createElement('p'));
  await vi.waitFor(() => expect(heard).toHaveBeenCalledOnce());
});

test('nothing is read once it has ended', async () => {
  const { page } = watch(profile);
  document.body.append('more');
  control.abort();
  await rescanned();
  expect(find).not.toHaveBeenCalled();
  expect(() => page.current()).toThrow();
});
