// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { find } from '../../../../utils/page/read/find';
import {
  ENDPOINT,
  KEYS,
  LAYOUTS,
  notification,
  OTHERS,
  servicePart,
  VALUE,
  WITHOUT_ENDPOINT,
} from '../pages';
import { LANGUAGES, WORDS } from '../words';

const rows = KEYS.map(({ name, lastIp }) => ({ name, lastIp: lastIp || undefined }));

function read(html: string) {
  document.body.innerHTML = html;
  const { endpoint, rows, newValues, recognised } = find(document.body);
  return {
    endpoint: endpoint?.text,
    rows: rows.map(({ name, lastIp }) => ({ name: name.text, lastIp: lastIp?.text })),
    newValues,
    recognised,
  };
}

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(Object.entries(LAYOUTS))('%s', (_, page) => {
    expect(read(page(language))).toEqual({
      endpoint: ENDPOINT,
      rows,
      newValues: [],
      recognised: true,
    });
  });

  test('does not take the endpoint of a service for a missing one', () => {
    expect(read(WITHOUT_ENDPOINT(language))).toMatchObject({
      endpoint: undefined,
      rows,
      newValues: [],
    });
  });

  test('finds an endpoint and no rows on a page without keys', () => {
    const { section, generate, endpoint, columns } = WORDS[language];
    const head = columns.map((name) => `<div>${name}</div>`).join('');
    const page = `<h3>${section}</h3><button>${generate}</button><p>${endpoint} ${ENDPOINT}</p><div><div>${head}</div></div><p>Nothing here yet</p>`;
    expect(read(page)).toMatchObject({ endpoint: ENDPOINT, rows: [] });
  });

  test.each(Object.entries(OTHERS))('finds nothing on: %s', (_, page) => {
    expect(read(page(language))).toEqual({
      endpoint: undefined,
      rows: [],
      newValues: [],
      recognised: false,
    });
  });

  test('finds a new value, masked or shown, beside service keys', () => {
    const around = LAYOUTS.profile?.(language) + servicePart(language);
    for (const [shown, value] of [
      [undefined, undefined],
      [`<code>${VALUE}</code>`, VALUE],
    ]) {
      const { newValues } = read(around + notification(language, shown));
      expect(newValues).toHaveLength(1);
      expect(newValues[0]).toMatchObject({ name: 'Update KB' });
      expect(newValues[0]?.value).toBe(value);
      expect(newValues[0]?.revealControl?.firstElementChild?.getAttribute('data-icon')).toBe('eye');
    }
  });

  test('finds a new value on any page, because notifications open everywhere', () => {
    expect(read(notification(language)).newValues).toHaveLength(1);
  });
});

const drawer = (shown: string) =>
  `<div><h3>API Keys</h3><div>${shown}</div><button>Done</button><button>Generate API Key</button></div>`;

test.each([
  ['text without a label', `<span>${VALUE}</span>`, VALUE],
  ['a read-only field', `<input readonly value="${VALUE}">`, VALUE],
  [
    'a masked field',
    `<label>API Key</label><input type="password" readonly value="${VALUE}">`,
    VALUE,
  ],
  [
    'bullets without a label',
    '<span>••••••••••••••••</span><button title="Show"></button>',
    undefined,
  ],
  ['stars in a field', '<input readonly value="****************">', undefined],
])('finds a value in the drawer: %s', (_, shown, value) => {
  const { newValues } = read(drawer(shown));
  expect(newValues).toHaveLength(1);
  expect(newValues[0]?.value).toBe(value);
});

test.each([
  ['a field for the name', '<label>Name</label><input value="a-name-of-twenty-characters">'],
  ['a name that looks like a short key', '<span>api_key_v8iuclro</span>'],
  ['user input', '<label>API key</label><input value="typed-by-a-person">'],
  [
    'the key of a service, without a table',
    '<section><h4>Service API keys</h4><div>API key</div><div>••••••••••••••••</div></section>',
  ],
  ['a password', '<label>Password</label><span>••••••••••••</span>'],
])('finds no value in the drawer: %s', (_, shown) => {
  expect(read(drawer(shown)).newValues).toEqual([]);
});

const generated = (name: string, shown: string) =>
  `<div><p>The API key <b>${name}</b> has been generated. Save it now.</p><div>${shown}</div></div>`;

test('finds values without labels, each after its sentence', () => {
  const masked = '<span>••••••••••••••••</span><button></button>';
  const { newValues } = read(generated('one', masked) + generated('two', `<span>${VALUE}</span>`));
  expect(newValues).toMatchObject([{ name: 'one' }, { name: 'two', value: VALUE }]);
  expect(newValues[0]?.revealControl).toBeDefined();
  expect(newValues[0]?.value).toBeUndefined();
});

test.each([
  ['of something else', generated('x', '<i>••••••••</i>').replace('API key', 'password')],
  ['shown in part', generated('x', '<h4>API key</h4><i>abcdefghijkl****</i>')],
])('finds no new value: %s', (_, html) => {
  expect(read(html).newValues).toEqual([]);
});

test('never takes the icon that closes a notification for the one that reveals', () => {
  document.body.innerHTML = `<article><p>The API key <b>x</b> has been generated.</p><h4>API key</h4><div><span>••••••••••••••••</span></div><button></button></article>`;
  expect(find(document.body).newValues[0]?.revealControl).toBeUndefined();
});

test('does not take a copy icon for one that reveals', () => {
  document.body.innerHTML =
    '<article><p>The API key <b>x</b> has been generated.</p><h4>API key</h4><div><span>••••••••••••••••</span><button title="Copier"></button><button></button></div></article>';
  expect(find(document.body).newValues[0]?.revealControl?.getAttribute('title')).toBeNull();
});

test.each(['-', '—', 'never', 'N/A'])('reads a last IP of "%s" as none', (blank) => {
  const columns = WORDS.en.columns.map((name) => `<th>${name}</th>`).join('');
  const page = `<h3>API keys</h3><table><tr>${columns}</tr><tr><td>k</td><td>${blank}</td><td></td></tr></table>`;
  expect(read(page).rows).toEqual([{ name: 'k', lastIp: undefined }]);
});

test('skips an icon labelled as copy and takes the one labelled as show', () => {
  document.body.innerHTML = `<article><p>The API key <b>x</b> has been generated.</p><h4>API key</h4><div><span>••••••••••••••••</span><button aria-label="Copy to clipboard"></button><button title="Afficher"></button></div></article>`;
  expect(find(document.body).newValues[0]?.revealControl?.getAttribute('title')).toBe('Afficher');
});

test('reads a thousand keys', () => {
  const columns = WORDS.en.columns.map((name) => `<th>${name}</th>`).join('');
  const lines = Array.from(
    { length: 1000 },
    (_, index) => `<tr><td>key ${index}</td><td>192.0.2.1</td><td></td></tr>`,
  );
  const page = `<h3>API keys</h3><table><tr>${columns}</tr>${lines.join('')}</table>`;
  expect(read(page).rows).toHaveLength(1000);
});
