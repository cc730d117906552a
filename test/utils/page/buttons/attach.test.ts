// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { button, buttons, labels, prepareDom, rescanned, start, status } from '../attached';
import { ENDPOINT, KEYS, LAYOUTS, notification, OTHERS, servicePart, VALUE } from '../pages';
import { LANGUAGES, WORDS } from '../words';

let abort = () => {};
function run(options?: Parameters<typeof start>[0]) {
  const started = start(options);
  abort = started.abort;
  return started;
}

const rowLabels = KEYS.flatMap(({ name, lastIp }) => [
  `Copy ${name}`,
  ...(lastIp ? [`Copy ${lastIp}`] : []),
]);
const all = ['Copy endpoint', ...rowLabels];
const profile = () => LAYOUTS.profile?.('en') ?? '';

beforeEach(prepareDom);
afterEach(() => {
  abort();
  document.body.innerHTML = '';
});

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(Object.entries(LAYOUTS))('each text has one button: %s', (_, page) => {
    document.body.innerHTML = page(language);
    run();
    const fields = WORDS[language].fields.slice(2).map((name) => `Copy ${name}`);
    const services = ['Copy all as Shell exports', ...fields];
    const hasServices = document.querySelectorAll('table').length > 1;
    expect(labels()).toEqual(hasServices ? [...all, ...services] : all);
  });
});

test('leaves unrelated pages untouched', async () => {
  for (const page of Object.values(OTHERS)) {
    document.body.innerHTML = page('en');
    const before = document.body.innerHTML;
    run();
    document.body.append(document.createElement('p'));
    await rescanned();
    expect(document.body.innerHTML).toBe(`${before}<p></p>`);
    abort();
  }
});

test('buttons copy the text on show and report success or failure', async () => {
  document.body.innerHTML = profile();
  const { copy, onCopied } = run();
  for (const [label, text] of [
    ['Copy endpoint', ENDPOINT],
    ['Copy Update KB', 'Update KB'],
    ['Copy 192.0.2.17', '192.0.2.17'],
  ] as const) {
    button(label).click();
    await vi.waitFor(() => expect(copy).toHaveBeenLastCalledWith(text));
    await vi.waitFor(() => expect(status()).toBe('Copied'));
  }
  expect(onCopied.mock.calls).toEqual([[false], [false], [false]]);
  copy.mockRejectedValueOnce(new Error('no'));
  button('Copy endpoint').click();
  await vi.waitFor(() => expect(status()).toBe('Not copied'));
  expect(onCopied).toHaveBeenCalledTimes(3);
});

test('ignores a click made by a script', async () => {
  document.body.innerHTML = profile();
  const { copy } = run({ isTrusted: (event) => event.isTrusted });
  const real = Object.defineProperty(new MouseEvent('click'), 'isTrusted', { value: true });
  button('Copy endpoint').dispatchEvent(
    Object.defineProperty(new MouseEvent('click'), 'isTrusted', { value: false }),
  );
  await rescanned();
  expect(copy).not.toHaveBeenCalled();
  button('Copy endpoint').dispatchEvent(real);
  await vi.waitFor(() => expect(copy).toHaveBeenCalledOnce());
});

test('a click on a button does not reach the row', () => {
  document.body.innerHTML = profile();
  run();
  const clicked = vi.fn();
  document.body.addEventListener('click', clicked);
  button('Copy Update KB').click();
  document.body.removeEventListener('click', clicked);
  expect(clicked).not.toHaveBeenCalled();
});

test('adds buttons when the page opens later, and removes them when it closes', async () => {
  run();
  document.body.innerHTML = profile();
  await vi.waitFor(() => expect(labels()).toEqual(all));
  document.body.innerHTML = '<h1>Home</h1>';
  await rescanned();
  expect(buttons()).toEqual([]);
});

test('adds buttons to rows that arrive after their header', async () => {
  document.body.innerHTML = profile();
  const body = document.querySelector('tbody');
  const rows = [...(body?.children ?? [])];
  body?.replaceChildren();
  run();
  expect(labels()).toEqual(['Copy endpoint']);
  body?.append(...rows);
  await vi.waitFor(() => expect(labels()).toEqual(all));
});

test('redraws never duplicate a button, and each new row gets one', async () => {
  document.body.innerHTML = profile();
  run();
  for (let turn = 0; turn < 5; turn++) {
    const body = document.querySelector('tbody');
    const fresh = document.createElement('tbody');
    fresh.innerHTML = body?.innerHTML ?? '';
    for (const host of fresh.querySelectorAll('td > span')) host.remove();
    body?.replaceWith(fresh);
    await rescanned();
    expect(labels()).toEqual(all);
  }
});

test('restores a button the page removed, once', async () => {
  document.body.innerHTML = profile();
  run();
  for (const cell of document.querySelectorAll('td'))
    cell.replaceChildren(...[...cell.childNodes].filter((node) => node.nodeType === 3));
  await rescanned();
  expect(labels()).toEqual(all);
});

test('gives up on a page that keeps removing a button', async () => {
  document.body.innerHTML = profile();
  run();
  let removals = 0;
  const fight = new MutationObserver(() => {
    for (const one of buttons()) {
      (one.getRootNode() as ShadowRoot).host.remove();
      removals++;
    }
  });
  fight.observe(document, { childList: true, subtree: true });
  document.body.append(document.createElement('p'));
  let before: number;
  do {
    before = removals;
    await rescanned();
  } while (removals > before);
  fight.disconnect();
  expect(removals).toBeLessThan(200);
  expect(buttons()).toEqual([]);
});

test('copies the new name of a renamed key', async () => {
  document.body.innerHTML = profile();
  const { copy } = run();
  const cell = [...document.querySelectorAll('td')].find((one) => one.textContent === 'Update KB');
  if (cell?.firstChild) cell.firstChild.nodeValue = 'Update docs';
  await vi.waitFor(() => expect(labels()).toContain('Copy Update docs'));
  button('Copy Update docs').click();
  await vi.waitFor(() => expect(copy).toHaveBeenCalledWith('Update docs'));
  expect(labels()).toHaveLength(all.length);
});

test('what has just changed is copied in its new form', async () => {
  document.body.innerHTML = profile() + notification('en', `<code>${VALUE}</code>`);
  const { copy } = run();
  await rescanned();
  const other = 'BBECAwQFBgcICQoLDA0ODw==';
  for (const [label, from, to] of [
    ['Copy endpoint', ENDPOINT, 'https://other.test/v1'],
    ['Copy Update KB', 'Update KB', 'Update docs'],
    ['Copy 192.0.2.17', '192.0.2.17', '192.0.2.18'],
    ['Copy key', VALUE, other],
  ] as const) {
    const clicked = button(label);
    const shown = [...document.querySelectorAll('td,span,code')].find(
      (one) => one.firstChild?.nodeValue === from,
    );
    if (shown?.firstChild) shown.firstChild.nodeValue = to;
    // No frame has passed, so nothing has been scanned since.
    clicked.click();
    await vi.waitFor(() => expect(copy).toHaveBeenLastCalledWith(to));
  }
});

test('a text that the page has just taken away is not copied', async () => {
  document.body.innerHTML = profile();
  const { copy } = run();
  const clicked = button('Copy Update KB');
  document.querySelector('table')?.remove();
  clicked.click();
  await vi.waitFor(() => expect(status()).toBe('Not copied'));
  expect(copy).not.toHaveBeenCalled();
});

test('reports the endpoint once, and again only when it changes', async () => {
  document.body.innerHTML = profile();
  const { onEndpoint } = run();
  document.body.append(document.createElement('p'));
  await rescanned();
  expect(onEndpoint.mock.calls).toEqual([[ENDPOINT]]);
  document.body.innerHTML = profile().replace(ENDPOINT, 'https://other.test/v1');
  await vi.waitFor(() => expect(onEndpoint).toHaveBeenLastCalledWith('https://other.test/v1'));
});

test('leaves nothing behind when it ends', async () => {
  document.body.innerHTML = profile();
  const before = document.body.innerHTML;
  run();
  button('Copy endpoint').click();
  await vi.waitFor(() => expect(status()).toBe('Copied'));
  abort();
  expect(document.body.innerHTML).toBe(before);
  document.body.insertAdjacentHTML('beforeend', servicePart('en'));
  await rescanned();
  expect(buttons()).toEqual([]);
});

test('adds nothing when it is aborted during a scan', async () => {
  const { abort: end } = run();
  const control = new AbortController();
  end();
  const words = () => {
    control.abort();
    return '';
  };
  document.body.innerHTML = profile();
  start({ signal: control.signal, words });
  expect(buttons()).toEqual([]);
});

test('does not scan again after its own changes', async () => {
  document.body.innerHTML = profile();
  const frames = vi.spyOn(globalThis, 'requestAnimationFrame');
  run();
  await Promise.resolve();
  button('Copy endpoint').click();
  await vi.waitFor(() => expect(status()).toBe('Copied'));
  expect(frames).not.toHaveBeenCalled();
});

test('does not scan a page without keys when something else changes', async () => {
  document.body.innerHTML = '<h1>Home</h1><p>1</p>';
  const frames = vi.spyOn(globalThis, 'requestAnimationFrame');
  run();
  document.querySelector('p')?.replaceChildren('2');
  await Promise.resolve();
  expect(frames).not.toHaveBeenCalled();
});
