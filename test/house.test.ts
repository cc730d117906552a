// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from 'node:fs';
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

interface Rule {
  /** the other rooms it may import from */
  uses: readonly string[];
  /** rooms it may import only types from */
  usesTypesOf?: readonly string[];
  /** whether it may call the browser's extension API */
  callsBrowser?: true;
  /** whether it may send requests */
  sendsRequests?: true;
  why: string;
}

const HALL = ['utils/messages', 'utils/record'] as const;
const PURE = ['utils/keys', 'utils/portal', 'utils/record'] as const;

/** Every room and what it may depend on. */
const ROOMS: Record<string, Rule> = {
  'utils/record': { uses: [], why: 'Everybody uses its vocabulary.' },
  'utils/messages': {
    uses: ['utils/record'],
    usesTypesOf: ['utils/portal'],
    callsBrowser: true,
    why: 'Both sides of a message use its vocabulary.',
  },
  'utils/browser': {
    uses: [],
    callsBrowser: true,
    why: 'It wraps the browser, one API a file, and knows nothing of the product.',
  },
  'utils/portal': {
    uses: ['utils/record'],
    sendsRequests: true,
    why: "It interprets a portal's answers, whatever program runs it.",
  },
  'utils/keys': { uses: ['utils/portal'], why: 'It is pure, so tests can try everything.' },
  'utils/stored': {
    uses: ['utils/browser', 'utils/record'],
    usesTypesOf: ['utils/keys', 'utils/portal'],
    why: 'It alone opens storage, and validates what it reads there.',
  },
  'utils/transport': {
    uses: ['utils/stored', 'utils/portal', 'utils/browser', 'utils/record'],
    sendsRequests: true,
    why: 'It decides which login session carries a request.',
  },
  'utils/background': {
    uses: ['utils/transport', 'utils/stored', 'utils/browser', ...PURE, ...HALL],
    callsBrowser: true,
    why: 'It runs while no window is open.',
  },
  'utils/window': {
    uses: ['utils/transport', 'utils/stored', 'utils/browser', ...PURE, ...HALL],
    callsBrowser: true,
    why: 'It is what the popup and the options page share.',
  },
  'utils/page/read': { uses: [], why: 'DOM in, findings out.' },
  'utils/page/buttons': { uses: ['utils/page/read'], why: 'Findings in, buttons out.' },
  'components/common': { uses: ['utils/browser', 'utils/portal'], why: 'Any window can use it.' },
  'components/keys': {
    uses: ['components/common', 'utils/browser', 'utils/keys', 'utils/portal'],
    usesTypesOf: ['utils/stored'],
    why: 'Props in, events out.',
  },
  'components/portal': {
    uses: ['components/keys', 'components/common', 'utils/browser', 'utils/keys', 'utils/portal'],
    usesTypesOf: ['utils/stored', 'utils/window'],
    why: 'Props in, events out.',
  },
  'components/settings': {
    uses: ['components/common', 'utils/browser', 'utils/stored', 'utils/portal'],
    why: 'Props in, events out.',
  },
  entrypoints: {
    uses: [
      'components/common',
      'components/keys',
      'components/portal',
      'components/settings',
      'utils/background',
      'utils/window',
      'utils/page/read',
      'utils/page/buttons',
      'utils/stored',
      'utils/transport',
      'utils/browser',
      ...PURE,
      ...HALL,
    ],
    callsBrowser: true,
    why: 'They make the adapters and start things.',
  },
};

const roomOf = (path: string): string =>
  Object.keys(ROOMS).find(
    (room) => path === room || path.startsWith(`${room}/`) || path.startsWith(`${room}.`),
  ) ?? dirname(path);

interface Import {
  from: string;
  to: string;
  isType: boolean;
}

const IMPORT =
  /\b(?:(import|export)\s+(type\s+)?(?:[\w$*\s{},]+?\s+from\s+)?|import\()\s*'([^']+)'/g;

/** A file's imports of other files of the project. */
function importsOf(path: string): Import[] {
  return [...read(path).matchAll(IMPORT)].flatMap(([, , type, specifier = '']) =>
    specifier.startsWith('.')
      ? [{ from: path, to: resolve(path, specifier), isType: type !== undefined }]
      : [],
  );
}

function resolve(from: string, specifier: string): string {
  const path = normalize(join(dirname(from), specifier));
  return ['', '.ts', '.tsx'].map((ending) => path + ending).find(isFile) ?? path;
}

const isFile = (path: string) => /\.\w+$/.test(path) && existsSync(join(ROOT, path));
const isStyle = ({ to }: Import) => to.endsWith('.css');
const asText = ({ from, to }: Import) => `${from} imports ${to}`;

const IMPORTS = SOURCES.flatMap(importsOf).filter((each) => !isStyle(each));

/** The matching lines of these files, as `path:line: text`. */
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

const inRooms = (test: (rule: Rule) => boolean) =>
  SOURCES.filter((path) => {
    const rule = ROOMS[roomOf(path)];
    return rule && test(rule);
  });

describe('the rooms of the house', () => {
  test('match these rules', () => {
    expect([...new Set(SOURCES.map(roomOf))].sort()).toEqual(Object.keys(ROOMS).sort());
    expect(IMPORTS.map(asText)).toContain(
      'components/keys/KeyList.tsx imports utils/portal/schema.ts',
    );
    expect(IMPORTS.map(asText)).toContain(
      'components/portal/PortalKeys.tsx imports components/keys/HandoffCard.tsx',
    );
  });

  test('leave only vocabulary lying in the hall', () => {
    expect(files('utils').filter((path) => dirname(path) === 'utils')).toEqual([
      'utils/messages.ts',
      'utils/record.ts',
    ]);
  });

  test.each(Object.entries(ROOMS))('%s imports only what it may', (room, { why, ...rule }) => {
    const types = [...rule.uses, ...(rule.usesTypesOf ?? [])];
    const offences = IMPORTS.filter(({ from, to, isType }) => {
      const used = roomOf(to);
      return (
        roomOf(from) === room &&
        used !== room &&
        to !== 'public/_locales/en/messages.json' &&
        !(isType ? types : rule.uses).includes(used)
      );
    });
    expect(offences.map(asText), `${why} Move what both need down, or pass it in.`).toEqual([]);
  });

  test('keep the background to itself', () => {
    const offences = IMPORTS.filter(
      ({ from, to }) =>
        roomOf(to) === 'utils/background' &&
        roomOf(from) !== 'utils/background' &&
        from !== 'entrypoints/background.ts',
    );
    expect(
      offences.map(asText),
      'Only entrypoints/background.ts starts the background; windows send it messages.',
    ).toEqual([]);
  });

  test('keep the windows out of the background and the page', () => {
    const offences = IMPORTS.filter(
      ({ from, to }) =>
        roomOf(to) === 'utils/window' &&
        !/^(?:utils\/window|components\/portal|entrypoints\/(?:popup|options))\//.test(from),
    );
    expect(offences.map(asText), 'Only the popup and the options page are windows.').toEqual([]);
  });

  test('have no import cycle', () => {
    const next = new Map<string, string[]>();
    for (const { from, to } of IMPORTS) next.set(from, [...(next.get(from) ?? []), to]);
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (path: string, above: string[]) => {
      if (above.includes(path))
        cycles.push([...above.slice(above.indexOf(path)), path].join(' -> '));
      if (done.has(path)) return;
      done.add(path);
      for (const each of next.get(path) ?? []) visit(each, [...above, path]);
    };
    for (const path of SOURCES) visit(path, []);
    expect(cycles, 'Move what both sides need into a file of its own.').toEqual([]);
  });

  test('call the browser only where that is allowed', () => {
    const others = inRooms(({ callsBrowser }) => !callsBrowser);
    const wxt = /from 'wxt\/(?!browser'|utils)|from 'wxt\/browser'/;
    expect(
      [...lines(others, wxt), ...lines(others, /\b(?:browser|chrome)\.[a-z]/)],
      'Use the wrappers in utils/browser, or pass in what is needed.',
    ).toEqual([]);
  });

  test('open storage only in utils/stored', () => {
    const others = SOURCES.filter(
      (path) => !['utils/stored', 'utils/browser'].includes(roomOf(path)),
    );
    expect(
      lines(
        others,
        /\bstorage\.(?:local|session|sync|managed)\b|\b(?:local|session)Storage\b|storageItem/,
      ),
      'utils/stored knows what is kept where, and validates it.',
    ).toEqual([]);
  });

  test('send requests only where each is timed and never cached', () => {
    const others = inRooms(({ sendsRequests }) => !sendsRequests);
    expect(
      lines(others, /\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource|\bky\b/),
      'utils/portal makes requests, utils/transport carries them.',
    ).toEqual([]);
  });

  test('leave the local portal alone', () => {
    const offences = files('test/portal')
      .flatMap(importsOf)
      .filter(({ to }) => !to.startsWith('test/portal/'));
    expect(
      offences.map(asText),
      'A portal that shares code with the extension would share its mistakes.',
    ).toEqual([]);
  });

  test('are mirrored by the tests', () => {
    const misplaced = files('test')
      .filter((path) => /^test\/(?:utils|components)\/.*\.test\.tsx?$/.test(path))
      .map((path) => dirname(path).slice('test/'.length))
      .filter((room) => !existsSync(join(ROOT, room)));
    expect(misplaced, 'A test lies below test/ in the folder of the code it tests.').toEqual([]);
  });
});

test('no source file reaches 250 lines', () => {
  const long = SOURCES.map((path) => [path, read(path).split('\n').length - 1] as const);
  expect(
    long.filter(([, count]) => count >= 250),
    'Split the file: one question each.',
  ).toEqual([]);
});

describe('the texts', () => {
  const texts = (language: string): Record<string, { message: string }> =>
    JSON.parse(read(`public/_locales/${language}/messages.json`));
  const english = texts('en');
  const placeholders = (text = '') => [...new Set(text.match(/\$\d/g))].sort();

  test('are in the three languages', () => {
    expect(readdirSync(join(ROOT, 'public/_locales')).sort()).toEqual(['en', 'es', 'fr']);
  });

  test.each(['es', 'fr'])('are complete in %s', (language) => {
    expect(
      Object.keys(texts(language)).sort(),
      'A text missing in one language shows up as nothing at all.',
    ).toEqual(Object.keys(english).sort());
  });

  test.each(['en', 'es', 'fr'])(
    'in %s are never empty, and have the same placeholders',
    (language) => {
      const wrong = Object.entries(texts(language)).filter(
        ([name, { message }]) =>
          message.trim() !== message ||
          message === '' ||
          String(placeholders(message)) !== String(placeholders(english[name]?.message)),
      );
      expect(wrong, 'Every language needs each $1, $2 ... of the English text.').toEqual([]);
    },
  );

  test('are all used', () => {
    const code = [...SOURCES, 'wxt.config.ts'].map(read).join('\n');
    const used = new Set(code.replace(/__MSG_(\w+?)__/g, '$1').match(/(?<=')\w+(?=')/g));
    const unused = Object.keys(english).filter(
      (name) => !used.has(name) && !used.has(name.replace(/(?:One|Other)$/, '')),
    );
    expect(unused, 'Remove a text from all three languages when nothing shows it.').toEqual([]);
  });
});

test('each permission has its reason beside it', () => {
  const lists = read('wxt.config.ts').matchAll(/const \w*[pP]ermissions = \[([^\]]+)\]/g);
  const declared = [...lists].map(([, list = '']) => list);
  expect(declared).toHaveLength(3);
  const bare = declared
    .join('\n')
    .split('\n')
    .filter((line) => /'/.test(line) && !/', \/\/ \w/.test(line));
  expect(bare, 'Write behind each permission what it is for.').toEqual([]);
});

test('each promise names tests that exist', () => {
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
