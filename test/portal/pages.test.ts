// @vitest-environment node
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashed } from './client/class-names.ts';
import { type LocalPortal, startPortal } from './server.ts';
import { pageFetch } from './testing.ts';

let portal: LocalPortal;
let page: ReturnType<typeof pageFetch>;
beforeAll(async () => {
  portal = await startPortal();
  page = pageFetch(portal);
});
afterAll(() => portal.close());

test('serves every script of the application without its types', async () => {
  const folder = fileURLToPath(new URL('client', import.meta.url));
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.ts'));
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) {
    const response = await page(`/app/client/${file}`);
    expect(response.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(await response.text()).not.toMatch(/^(export )?interface |^import type /m);
  }
});

test.each(['htm.js', 'htm-preact.js', 'preact.js', 'preact-hooks.js'])(
  'serves %s',
  async (file) => {
    expect((await page(`/app/lib/${file}`)).status).toBe(200);
  },
);

test.each(['/app/client/../server.ts', '/app/client/%2e%2e/server.ts', '/app/lib/../../main.ts'])(
  'serves nothing outside its folders: %s',
  async (path) => {
    expect((await page(path)).status).toBe(404);
  },
);

test('no readable class name leaves the server', async () => {
  const sheet = await (await page('/app/style/profile.css')).text();
  expect(sheet).toContain(`.${hashed('sidebar')} {`);
  expect(sheet).not.toContain('.sidebar');
});

test.each(['restyle', 'reorder', 'hide'] as const)(
  'the style sheet %s comes last',
  async (name) => {
    portal.settings.customCss = name;
    const sheets = (await (await page('/home')).text()).matchAll(/href="(\/app\/style\/[^"]+)"/g);
    const paths = [...sheets].map(([, path]) => path ?? '');
    expect(paths.at(-1)).toBe(`/app/style/${name}.css`);
    for (const path of paths) expect((await page(path)).status).toBe(200);
    portal.settings.customCss = 'none';
  },
);

test('layout and language come from the URL and are kept in a cookie that scripts can read', async () => {
  const first = await page('/home?layout=drawer&lang=fr');
  const cookie = first.headers.get('set-cookie') ?? '';
  expect(cookie).toBe('cmc_prefs=layout%3Ddrawer%26lang%3Dfr; Path=/; SameSite=Lax');
  expect(await first.text()).toContain('<html lang="fr">');

  const headers = { cookie: `${portal.signIn()}; ${cookie.split(';')[0]}` };
  const config = await (await fetch(`${portal.origin}/app/config.json`, { headers })).json();
  expect(config).toMatchObject({
    layout: 'drawer',
    language: 'fr',
    endpoint: `${portal.origin}/api/v2`,
  });
});

test.each([
  ['profile', 'en', 'as-seen', null, '/api/v1'],
  ['profile', 'es', 'as-seen', null, null],
  ['profile', 'es', 'always', null, '/api/v1'],
  ['drawer', 'es', 'as-seen', null, '/api/v2'],
  ['drawer', 'en', 'never', null, null],
  ['profile', 'fr', 'as-seen', 'https://api.example/v1', 'https://api.example/v1'],
] as const)('%s, %s, %s, %s: the page shows %s', async (layout, language, line, own, shown) => {
  Object.assign(portal.settings, { layout, language, endpointLine: line, endpoint: own });
  const { endpoint } = await (await page('/app/config.json')).json();
  expect(endpoint).toBe(shown?.startsWith('/') ? portal.origin + shown : shown);
});

test('the API sends no CORS or caching headers', async () => {
  const { headers } = await page('/rest/api_keys');
  expect([...headers.keys()].filter((name) => /access-control|cache-control/.test(name))).toEqual(
    [],
  );
});

test('the API forbids storing its answers with noStore', async () => {
  portal.settings.noStore = true;
  expect((await page('/rest/api_keys')).headers.get('cache-control')).toBe('no-store');
  portal.settings.noStore = false;
});
