// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const files = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${folder}/${file}`)
    .sort();

const SOURCES = ['entrypoints', 'components', 'utils'].flatMap(files);

/** The innermost room comes first, as paths are matched by their beginning. */
const ROOMS = ['utils/portal', 'utils/keys', 'utils/page', 'utils', 'components', 'entrypoints'];
type Room = (typeof ROOMS)[number];
const roomOf = (path: string): Room =>
  ROOMS.find((room) => path.startsWith(`${room}/`)) ?? 'outside';

/** What each room may use, besides itself. */
const MAY_USE: Record<Room, Room[]> = {
  entrypoints: ['components', 'utils', 'utils/keys', 'utils/portal', 'utils/page'],
  components: ['utils', 'utils/keys', 'utils/portal'],
  utils: ['utils/keys', 'utils/portal'],
  'utils/keys': ['utils/portal'],
  'utils/portal': [],
  'utils/page': [],
};
/** Small helpers that know nothing of anybody. */
const ANYBODY = ['utils/record', 'public/_locales/en/messages.json'];

function imports(path: string): string[] {
  const found = read(path).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g);
  return [...found].map(([, specifier = '']) =>
    specifier.startsWith('.') ? normalize(join(dirname(path), specifier)) : specifier,
  );
}
const isOwn = (path: string) => /^(?:entrypoints|components|utils|public|test|\.\.)\//.test(path);

/** The lines of some files that match, as `path:line: text`. */
function lines(paths: string[], pattern: RegExp): string[] {
  return paths.flatMap((path) =>
    read(path)
      .split('\n')
      .flatMap((text, at) =>
        pattern.test(text) && !/^\s*(?:\/?\*|\/\/)/.test(text)
          ? [`${path}:${at + 1}: ${text.trim()}`]
          : [],
      ),
  );
}

describe('the rooms of the house', () => {
  test('are where these rules look for them', () => {
    expect(new Set(SOURCES.map(roomOf))).toEqual(new Set(ROOMS));
    expect(imports('components/KeyList.tsx')).toContain('utils/portal/schema');
  });

  test.each(ROOMS)('%s uses only what it may', (room) => {
    const allowed = [room, ...(MAY_USE[room] ?? [])];
    const offences = SOURCES.filter((path) => roomOf(path) === room).flatMap((path) =>
      imports(path)
        .filter((used) => isOwn(used) && !ANYBODY.includes(used) && !allowed.includes(roomOf(used)))
        .map((used) => `${path} uses ${used}`),
    );
    expect(
      offences,
      'Dependencies run one way: entrypoints -> components -> utils/keys -> utils/portal, and ' +
        'utils/page knows none of them. Move what both need down, or pass it in.',
    ).toEqual([]);
  });

  test.each(['components', 'utils/keys', 'utils/portal', 'utils/page'])(
    '%s knows no browser API',
    (room) => {
      const inside = SOURCES.filter((path) => roomOf(path) === room);
      const offences = [
        ...inside.filter((path) => imports(path).some((used) => used.startsWith('wxt'))),
        ...lines(inside, /\b(?:browser|chrome)\.[a-z]/),
      ];
      expect(
        offences,
        'Only entrypoints and the files right in utils/ speak to the browser; the others are given ' +
          'what they need, so that they can be tested without one.',
      ).toEqual([]);
    },
  );

  test.each(['components', 'utils/keys', 'utils/page'])('%s sends no requests', (room) => {
    const inside = SOURCES.filter((path) => roomOf(path) === room);
    expect(
      lines(inside, /\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource|\bky\b/),
      'Requests are sent by utils/portal alone, where every one of them is timed and never cached.',
    ).toEqual([]);
  });

  test('the local portal stands alone', () => {
    const offences = files('test/portal').flatMap((path) =>
      imports(path)
        .filter((used) => isOwn(used) && !used.startsWith('test/portal/'))
        .map((used) => `${path} uses ${used}`),
    );
    expect(
      offences,
      'A portal that shares code with the extension would share its mistakes.',
    ).toEqual([]);
  });
});

test('no source file grows beyond what is read at once', () => {
  const long = SOURCES.map((path) => [path, read(path).split('\n').length - 1] as const);
  expect(
    long.filter(([, count]) => count >= 250),
    'Split the file by what it answers: one question each.',
  ).toEqual([]);
});

describe('the texts', () => {
  const texts = (language: string): Record<string, { message: string }> =>
    JSON.parse(read(`public/_locales/${language}/messages.json`));
  const english = texts('en');
  const places = (text = '') => [...new Set(text.match(/\$\d/g))].sort();

  test('are in the three languages', () => {
    expect(readdirSync(join(ROOT, 'public/_locales')).sort()).toEqual(['en', 'es', 'fr']);
  });

  test.each(['es', 'fr'])('are complete in %s', (language) => {
    expect(
      Object.keys(texts(language)).sort(),
      'A text that is missing in one language appears as nothing at all.',
    ).toEqual(Object.keys(english).sort());
  });

  test.each(['en', 'es', 'fr'])('in %s are never empty, and have the same places', (language) => {
    const wrong = Object.entries(texts(language)).filter(
      ([name, { message }]) =>
        message.trim() !== message ||
        message === '' ||
        String(places(message)) !== String(places(english[name]?.message)),
    );
    expect(wrong, 'Each $1, $2 ... of the English text stands in every language.').toEqual([]);
  });

  test('are all used', () => {
    const code = [...SOURCES, 'wxt.config.ts'].map(read).join('\n');
    const used = new Set(code.replace(/__MSG_(\w+?)__/g, '$1').match(/(?<=')\w+(?=')/g));
    const unused = Object.keys(english).filter(
      (name) => !used.has(name) && !used.has(name.replace(/(?:One|Other)$/, '')),
    );
    expect(unused, 'Remove a text from all three languages when nothing shows it.').toEqual([]);
  });
});

test('each permission is given its reason', () => {
  const lists = read('wxt.config.ts').matchAll(/const \w*[pP]ermissions = \[([^\]]+)\]/g);
  const declared = [...lists].map(([, list = '']) => list);
  expect(declared).toHaveLength(3);
  const bare = declared
    .join('\n')
    .split('\n')
    .filter((line) => /'/.test(line) && !/', \/\/ \w/.test(line));
  expect(bare, 'Write behind each permission what it is for.').toEqual([]);
});

test('each promise names tests that are there', () => {
  const named = read('SECURITY.md')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .flatMap((line) => [...line.matchAll(/`([\w/*-]+)`/g)].map(([, name = '']) => name));
  const all = files('test').map((path) => path.replace(/^test\/|\.test\.tsx?$/g, ''));
  const missing = named.filter((name) => {
    const pattern = new RegExp(`^${name.replaceAll('*', '.*')}$`);
    return !all.some((path) => pattern.test(path));
  });
  expect(named.length).toBeGreaterThan(20);
  expect(missing).toEqual([]);
});
