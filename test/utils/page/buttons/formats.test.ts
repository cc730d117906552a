// @vitest-environment node
import { execFileSync } from 'node:child_process';
import { parseEnv } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Format, writeFields } from '../../../../utils/page/buttons/formats';
import { runs } from '../../../thorough';

const COMPUTE: [string, string][] = [
  ['API endpoint', 'https://compute.test/client/api'],
  ['API key', 'a/b+c=='],
  ["it's", 'it\'s "$HOME" `x` \\'],
];
const STORAGE = {
  en: ['Authentication URL', 'Identity API version', 'Domain ID', 'Project name', 'User name'],
  fr: [
    'URL d’authentification',
    'Version de l’API d’identité',
    'ID du domaine',
    'Nom du projet',
    'Nom d’utilisateur',
  ],
  es: [
    'URL de autenticación',
    'Versión de la API de identidad',
    'ID del dominio',
    'Nombre del proyecto',
    'Nombre de usuario',
  ],
};
const PASSWORD = { en: 'Password', fr: 'Mot de passe', es: 'Contraseña' };

test.each<[Format, string]>([
  [
    'shell',
    `export API_ENDPOINT='https://compute.test/client/api'
export API_KEY='a/b+c=='
export IT_S='it'\\''s "$HOME" \`x\` \\'`,
  ],
  [
    'env',
    `API_ENDPOINT=https://compute.test/client/api
API_KEY=a/b+c==
IT_S="it's \\"\\$HOME\\" \\\`x\\\` \\\\"`,
  ],
  [
    'json',
    `{
  "API_ENDPOINT": "https://compute.test/client/api",
  "API_KEY": "a/b+c==",
  "IT_S": "it's \\"$HOME\\" \`x\` \\\\"
}`,
  ],
])('as %s', (format, text) => {
  expect(writeFields(COMPUTE, format)).toBe(text);
});

function names(fields: [string, string][]): string[] {
  return Object.keys(JSON.parse(writeFields(fields, 'json')));
}

test.each(['en', 'fr', 'es'] as const)(
  'object storage uses the names its tools expect: %s',
  (tag) => {
    const labels = [...STORAGE[tag], PASSWORD[tag], 'S3 API access key'];
    const fields = labels.map((label, index): [string, string] => [label, `value ${index}`]);
    expect(JSON.parse(writeFields(fields, 'json'))).toEqual({
      OS_AUTH_URL: 'value 0',
      OS_IDENTITY_API_VERSION: 'value 1',
      OS_USER_DOMAIN_ID: 'value 2',
      OS_PROJECT_DOMAIN_ID: 'value 2',
      OS_PROJECT_NAME: 'value 3',
      OS_USERNAME: 'value 4',
      OS_PASSWORD: 'value 5',
      S3_API_ACCESS_KEY: 'value 6',
    });
  },
);

test.each<[string, string[], string[]]>([
  [
    'a storage service without a version',
    ['Authentication URL', 'Password'],
    ['OS_AUTH_URL', 'OS_PASSWORD', 'OS_IDENTITY_API_VERSION'],
  ],
  [
    'the user and password of another service',
    ['User name', 'Password'],
    ['USER_NAME', 'SERVICE_PASSWORD'],
  ],
  [
    'a deprecated endpoint',
    ['Authentication endpoint (deprecated)'],
    ['AUTHENTICATION_ENDPOINT_DEPRECATED'],
  ],
  ['accents and apostrophes', ['Clé secrète de l’API'], ['CLE_SECRETE_DE_L_API']],
  ['a label twice', ['API key', 'api-key'], ['API_KEY', 'API_KEY_2']],
  [
    'variables a shell depends on',
    ['Path', 'IFS', 'Home'],
    ['SERVICE_PATH', 'SERVICE_IFS', 'SERVICE_HOME'],
  ],
  ['no Latin letter', ['密码', '2nd key'], ['SERVICE_', 'SERVICE_2ND_KEY']],
])('names for %s', (_, labels, expected) => {
  expect(names(labels.map((label) => [label, 'x']))).toEqual(expected);
});

/** Anything a page can show, except NUL, which no argument or variable can hold. */
const value = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: fc.constantFrom(...'\'"\\$`!#=~ \n\t*&;|(){}'), maxLength: 12 }),
  )
  .filter((text) => !text.includes('\0'));

describe('a value is read back unchanged', () => {
  const values = fc.array(value, { minLength: 1, maxLength: 20 });
  const write = (all: string[], format: Format) =>
    writeFields(
      all.map((each, index) => [`the field ${index}`, each]),
      format,
    );

  test.each(['shell', 'env'] as const)('by a shell, as %s', (format) => {
    fc.assert(
      fc.property(values, (all) => {
        const print = all.map((_, index) => `printf '%s\\0' "$THE_FIELD_${index}"`);
        const script = [write(all, format), ...print].join('\n');
        const read = execFileSync('sh', ['-c', script], { encoding: 'utf8', env: {} });
        expect(read.split('\0').slice(0, -1)).toEqual(all);
      }),
      { numRuns: runs(60) },
    );
  });

  test('by a reader of .env files that does not unescape quotes', () => {
    const plain = fc.array(
      value.filter((text) => !/['\r]/.test(text)),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(plain, (all) => {
        const read = parseEnv(write(all, 'env'));
        expect(all.map((_, index) => read[`THE_FIELD_${index}`])).toEqual(all);
      }),
    );
  });

  test('by a reader of JSON', () => {
    fc.assert(
      fc.property(values, (all) => {
        expect(Object.values(JSON.parse(write(all, 'json')))).toEqual(all);
      }),
    );
  });
});
