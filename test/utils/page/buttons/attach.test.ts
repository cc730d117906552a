// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { button, buttons, labels, prepareDom, settled, start, status } from '../attached';
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

test('a page that shows nothing of ours stays as it is', async () => {
  for (const page of Object.values(OTHERS)) {
    document.body.innerHTML = page('en');
    const before = document.body.innerHTML;
    run();
    document.body.append(document.createElement('p'));
    await settled();
    expect(document.body.innerHTML).toBe(`${before}<p></p>`);
    abort();
  }
});

test('buttons copy what is shown, say so, and say when it failed', async () => {
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

test('a click that a script made does nothing', async () => {
  document.body.innerHTML = profile();
  const { copy } = run({ isTrusted: (event) => event.isTrusted });
  const real = Object.defineProperty(new MouseEvent('click'), 'isTrusted', { value: true });
  button('Copy endpoint').dispatchEvent(
    Object.defineProperty(new MouseEvent('click'), 'isTrusted', { value: false }),
  );
  await settled();
  expect(copy).not.toHaveBeenCalled();
  button('Copy endpoint').dispatchEvent(real);
  await vi.waitFor(() => expect(copy).toHaveBeenCalledOnce());
});

test('a click stays with the button, whatever the row does when clicked', () => {
  document.body.innerHTML = profile();
  run();
  const clicked = vi.fn();
  document.body.addEventListener('click', clicked);
  button('Copy Update KB').click();
  document.body.removeEventListener('click', clicked);
  expect(clicked).not.toHaveBeenCalled();
});

test('buttons come with the page when it is opened later, and go with it', async () => {
  run();
  document.body.innerHTML = profile();
  await vi.waitFor(() => expect(labels()).toEqual(all));
  document.body.innerHTML = '<h1>Home</h1>';
  await settled();
  expect(buttons()).toEqual([]);
});

test('rows that arrive after their header get buttons', async () => {
  document.body.innerHTML = profile();
  const body = document.querySelector('tbody');
  const rows = [...(body?.children ?? [])];
  body?.replaceChildren();
  run();
  expect(labels()).toEqual(['Copy endpoint']);
  body?.append(...rows);
  await vi.waitFor(() => expect(labels()).toEqual(all));
});

test('redraws never double a button, and each new row has its own', async () => {
  document.body.innerHTML = profile();
  run();
  for (let turn = 0; turn < 5; turn++) {
    const body = document.querySelector('tbody');
    const fresh = document.createElement('tbody');
    fresh.innerHTML = body?.innerHTML ?? '';
    for (const host of fresh.querySelectorAll('td > span')) host.remove();
    body?.replaceWith(fresh);
    await settled();
    expect(labels()).toEqual(all);
  }
});

test('a button that the page threw out comes back, once', async () => {
  document.body.innerHTML = profile();
  run();
  for (const cell of document.querySelectorAll('td'))
    cell.replaceChildren(...[...cell.childNodes].filter((node) => node.nodeType === 3));
  await settled();
  expect(labels()).toEqual(all);
});

test('a page that throws a button out every time is left in peace after a while', async () => {
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
    await settled();
  } while (removals > before);
  fight.disconnect();
  expect(removals).toBeLessThan(200);
  expect(buttons()).toEqual([]);
});

test('a renamed key is copied by its new name', async () => {
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
  await settled();
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

test('the endpoint is told once, and again only when it changed', async () => {
  document.body.innerHTML = profile();
  const { onEndpoint } = run();
  document.body.append(document.createElement('p'));
  await settled();
  expect(onEndpoint.mock.calls).toEqual([[ENDPOINT]]);
  document.body.innerHTML = profile().replace(ENDPOINT, 'https://other.test/v1');
  await vi.waitFor(() => expect(onEndpoint).toHaveBeenLastCalledWith('https://other.test/v1'));
});

test('nothing is left when it ends, and nothing comes back', async () => {
  document.body.innerHTML = profile();
  const before = document.body.innerHTML;
  run();
  button('Copy endpoint').click();
  await vi.waitFor(() => expect(status()).toBe('Copied'));
  abort();
  expect(document.body.innerHTML).toBe(before);
  document.body.insertAdjacentHTML('beforeend', servicePart('en'));
  await settled();
  expect(buttons()).toEqual([]);
});

test('nothing is added when its end is noticed while the page is searched', async () => {
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

test('its own changes make it look no further', async () => {
  document.body.innerHTML = profile();
  const frames = vi.spyOn(globalThis, 'requestAnimationFrame');
  run();
  await Promise.resolve();
  button('Copy endpoint').click();
  await vi.waitFor(() => expect(status()).toBe('Copied'));
  expect(frames).not.toHaveBeenCalled();
});

test('a page without keys is not searched when something else changes in it', async () => {
  document.body.innerHTML = '<h1>Home</h1><p>1</p>';
  const frames = vi.spyOn(globalThis, 'requestAnimationFrame');
  run();
  document.querySelector('p')?.replaceChildren('2');
  await Promise.resolve();
  expect(frames).not.toHaveBeenCalled();
});
