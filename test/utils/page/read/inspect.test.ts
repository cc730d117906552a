// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { find } from '../../../../utils/page/read/find';
import { keyNames, type PageReport, reportOf } from '../../../../utils/page/read/inspect';
import { ENDPOINT, KEYS, LAYOUTS, notification, OTHERS, servicePart, VALUE } from '../pages';
import { LANGUAGES, WORDS } from '../words';

function read(html: string): PageReport {
  document.body.innerHTML = html;
  return reportOf(find(document.body));
}

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(Object.entries(LAYOUTS))('%s', (name, page) => {
    expect(read(page(language))).toMatchObject({
      recognised: true,
      language,
      shape: name.includes('cards') ? 'cards' : 'table',
      rows: KEYS.length,
      endpoint: true,
      newValues: 0,
      serviceFields: name.includes('services') ? 4 : 0,
    });
    expect(keyNames(find(document.body))).toEqual(KEYS.map((key) => key.name));
  });

  test.each(Object.entries(OTHERS))('does not recognise: %s', (name, page) => {
    const mentions = name.startsWith('another section');
    expect(read(page(language))).toMatchObject({ recognised: false, mentions, rows: 0 });
  });

  test('a page with the right words in an unknown layout', () => {
    const { section, generate } = WORDS[language];
    for (const html of [`<h3>${section}</h3>`, `<button>${generate}</button>`])
      expect(read(`${html}<ul><li>a</li></ul>`)).toMatchObject({
        recognised: false,
        mentions: true,
        language,
        shape: null,
      });
  });
});

test.each<[string, string, Partial<PageReport>]>([
  [
    'a page with everything',
    (LAYOUTS['profile with the keys of services']?.('en') ?? '') + notification('en'),
    { mentions: true, newValues: 1, missing: [] },
  ],
  [
    'service keys only',
    servicePart('en'),
    {
      recognised: true,
      mentions: true,
      serviceFields: 4,
      missing: ['heading', 'generate', 'columns', 'endpoint', 'rows'],
    },
  ],
  [
    'a heading only',
    '<h2>API keys</h2>',
    {
      missing: ['generate', 'columns', 'endpoint', 'rows', 'serviceHeading', 'serviceFields'],
    },
  ],
  ['nothing', '<h1>Home</h1>', { recognised: false, mentions: false, language: null }],
])('reports what is present and what is missing: %s', (_, html, expected) => {
  expect(read(html)).toMatchObject(expected);
});

test('a report contains no text from the page', () => {
  const html = LAYOUTS.profile?.('fr') + servicePart('fr') + notification('fr', `<i>${VALUE}</i>`);
  const report = JSON.stringify(read(html));
  for (const text of [ENDPOINT, VALUE, 'portal.test', 'Update KB', '192.0.2', WORDS.fr.section])
    expect(report).not.toContain(text);
});

test('recognises a legacy key row by its shape when its text is unknown', () => {
  const row = '<tr><td></td><td><i>Vieille clé</i></td><td></td><td></td><td></td></tr>';
  read((LAYOUTS.profile?.('fr') ?? '').replace('</tbody>', `${row}</tbody>`));
  expect(keyNames(find(document.body))).toEqual(KEYS.map((key) => key.name));
});
