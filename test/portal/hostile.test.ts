// @vitest-environment node
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Fault, type LocalPortal, startPortal } from './server.ts';
import { pageFetch } from './testing.ts';

const PATH = '/rest/api_keys';

let portal: LocalPortal;
let page: ReturnType<typeof pageFetch>;
beforeAll(async () => {
  portal = await startPortal();
  page = pageFetch(portal);
});
beforeEach(() => {
  portal.faults.length = 0;
});
afterAll(() => portal.close());

test.each<[Fault['kind'], RegExp, number, number]>([
  ['huge', /^{"data":\[\],"padding":"x/, 10_000_000, 10_000_100],
  ['deep', /^{"data":\[{50}/, 200_000, 200_100],
  ['not-keys', /^{"data":\[{"id":"[^"]+","name":"production"/, 300, 3_000],
  ['long-name', /"name":"x{100000}"/, 100_000, 101_000],
  ['wrong-type', /"name":\["a",1\]/, 100, 300],
])('%s answers 200 with its JSON', async (kind, start, least, most) => {
  portal.faults.push({ kind });
  const response = await page(PATH);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('application/json');
  const text = await response.text();
  expect(text).toMatch(start);
  expect(text.length).toBeGreaterThan(least);
  expect(text.length).toBeLessThan(most);
});

test('the hostile answer can come after the change was made', async () => {
  portal.seed(3);
  portal.faults.push({ kind: 'wrong-type', after: true });
  await page(PATH, 'POST', { name: 'made' });
  expect(portal.keysOf('mfortin')[0]?.name).toBe('made');
});

test('redirect-elsewhere leads to this portal under another name, which records the request', async () => {
  portal.faults.push({ kind: 'redirect-elsewhere', route: PATH });
  const to = (await page(PATH)).headers.get('location') ?? '';
  expect(to).toBe(`${portal.origin.replace('127.0.0.1', 'localhost')}/api/elsewhere`);
  await fetch(to);
  expect(portal.requests.at(-1)).toMatchObject({ path: '/api/elsewhere', host: new URL(to).host });
  portal.faults.splice(0, 1, { kind: 'redirect-elsewhere', to: 'https://elsewhere.example/' });
  expect((await page(PATH)).headers.get('location')).toBe('https://elsewhere.example/');
});
