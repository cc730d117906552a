// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { find } from '../../../../utils/page/read/find';
import { button, labels, prepareDom, select, start, status } from '../attached';
import { BULLETS, LAYOUTS, servicePart } from '../pages';
import { LANGUAGES, WORDS } from '../words';

const SECRET = 'p+Q/7_x-secret';
const ENDPOINT = 'https://service.test/client/api';
const PROJECT = '5b770aad-dee8-4cf3-8529-b18a83645e1f';

let abort = () => {};
beforeEach(prepareDom);
afterEach(() => {
  abort();
  vi.useRealTimers();
  document.body.innerHTML = '';
});

/** Opens a page whose reveal icons show the text of `eyes` in place of the bullets. */
function open(html = servicePart('en'), eyes: (index: number) => string = (i) => `${SECRET}${i}`) {
  document.body.innerHTML = html;
  const pressed: number[] = [];
  [...document.querySelectorAll('[data-icon=eye]')].forEach((eye, index) => {
    const shown = eye.closest('td')?.querySelector('code');
    eye.parentElement?.addEventListener('click', () => {
      pressed.push(index);
      if (shown) shown.textContent = shown.textContent === BULLETS ? eyes(index) : BULLETS;
    });
  });
  const started = start();
  abort = started.abort;
  return { ...started, pressed };
}

describe.each(LANGUAGES)('in %s', (language) => {
  test.each([
    ['on their own', ''],
    ['below the user’s own', LAYOUTS.profile?.(language) ?? ''],
  ])('service keys, %s, have a button each and one for all', (_, before) => {
    open(before + servicePart(language));
    const fields = WORDS[language].fields.slice(2).map((name) => `Copy ${name}`);
    expect(labels().slice(-5)).toEqual(['Copy all as Shell exports', ...fields]);
  });
});

test('copies a visible value, and reveals, copies and masks a masked one', async () => {
  const { copy, pressed, onCopied } = open();
  for (const [label, text] of [
    ['Copy API endpoint', ENDPOINT],
    ['Copy Secret key', `${SECRET}1`],
  ] as const) {
    button(label).click();
    await vi.waitFor(() => expect(copy).toHaveBeenLastCalledWith(text));
  }
  expect(onCopied).toHaveBeenLastCalledWith(true);
  expect(onCopied).not.toHaveBeenCalledWith(false);
  expect(pressed).toEqual([1, 1]);
  expect(document.body.textContent).not.toContain(SECRET);
});

test('copies all in the chosen format and masks them again', async () => {
  const { copy, pressed } = open();
  select('Copy all as', 'json');
  button('Copy all as JSON').click();
  await vi.waitFor(() => expect(copy).toHaveBeenCalledOnce());
  expect(JSON.parse(copy.mock.calls[0]?.[0] ?? '')).toEqual({
    API_ENDPOINT: ENDPOINT,
    API_KEY: `${SECRET}0`,
    SECRET_KEY: `${SECRET}1`,
    PROJECT_ID: PROJECT,
  });
  expect(pressed).toEqual([0, 0, 1, 1]);
  expect(document.body.textContent).not.toContain(SECRET);
});

test('names a field it cannot read, and copies nothing', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { copy } = open(servicePart('en'), (index) => (index === 1 ? BULLETS : SECRET));
  button('Copy all as Shell exports').click();
  await vi.advanceTimersByTimeAsync(2100);
  expect(status()).toBe('Not read: Secret key');
  expect(copy).not.toHaveBeenCalled();
});

test('never mixes the values of two services', async () => {
  const { copy } = open(servicePart('en'), () => {
    for (const code of document.querySelectorAll('code'))
      if (code.textContent === PROJECT) code.textContent = 'another project';
    return SECRET;
  });
  button('Copy all as Shell exports').click();
  await vi.waitFor(() => expect(status()).toBe('Not read: Project ID'));
  expect(copy).not.toHaveBeenCalled();
});

const eye = '<button title="Show"></button>';
test.each<[string, string, string | undefined, boolean]>([
  ['text', 'a  value', 'a value', false],
  ['text with a line break opportunity', 'https://a.test/<wbr>path', 'https://a.test/path', false],
  ['nothing', '', '', false],
  ['a read-only field', '<input readonly value="x y">', 'x y', false],
  ['a masked field', `<input type="password" readonly value="x">${eye}`, 'x', true],
  ['a masked text', `<span>•••</span>${eye}`, undefined, true],
  ['partly masked text', `<span>abcd••••</span>${eye}`, undefined, true],
  ['truncated text', '<span>abcdefgh…</span>', undefined, false],
  ['stars', '****', undefined, false],
  ['a reveal icon alone', eye, undefined, true],
  ['one icon without a label', `<span>••••••</span><button></button>`, undefined, true],
  [
    'icons without labels',
    '<span>••••••</span><button></button><button></button>',
    undefined,
    false,
  ],
  [
    'an icon that regenerates the key',
    '<span>••••••</span><button title="Regenerate"></button>',
    undefined,
    false,
  ],
  ['two texts', '<span>one</span> <span>two</span>', undefined, false],
  ['user input', '<input value="typed">', undefined, false],
])('reads a value in a table of fields: %s', (_, html, value, canReveal) => {
  document.body.innerHTML = `<h3>Service API keys</h3><table><tr><th>Field</th><th>Value</th></tr><tr><td>Token:</td><td>${html}</td></tr></table>`;
  const [field] = find(document.body).services[0]?.fields ?? [];
  expect(field).toMatchObject({ name: 'Token' });
  expect(field?.value).toBe(value);
  expect(field?.revealControl !== undefined).toBe(canReveal);
});
