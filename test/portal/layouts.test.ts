// @vitest-environment node
/// <reference lib="dom" />
import { afterEach, expect, test, vi } from 'vitest';
import { byName, generate, openCredentials, type Settings, soon, textOf } from './opened.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** The position of the first occurrence of each text. */
function order(page: Document, ...texts: string[]): number[] {
  const all = textOf(page.querySelector('main'));
  return texts.map((text) => all.indexOf(text));
}

const ascending = (numbers: number[]) => numbers.toSorted((a, b) => a - b);

test.each<[Settings, string[]]>([
  [{ layout: 'profile' }, ['Profile', 'API keys', 'Generate API key', 'Endpoint: http', 'Last IP']],
  [{ layout: 'profile', language: 'fr' }, ['Profil', "Clés d'API", "Point d'entrée: http"]],
  [
    { layout: 'profile', language: 'es' },
    ['Perfil', 'Claves API', 'Generar clave de API', 'Nombre'],
  ],
  [
    { layout: 'submenu' },
    ['API keys', 'Endpoint: http', '/v1', 'Generate API key', 'Name', 'Service API keys'],
  ],
  [{ layout: 'submenu', language: 'fr' }, ["Point d'entrée: http", "Clés d'API de service"]],
  [{ layout: 'submenu', language: 'es' }, ['Punto final: http', 'Claves de API de servicio']],
  [
    { layout: 'classic' },
    ['API docs: http', 'Endpoint: http', 'API keys', 'Generate API key', 'Legacy API key'],
  ],
  [
    { layout: 'classic', language: 'fr' },
    ["Documentation de l'API: http", "Point d'entrée: http", "Clé d'API de génération précédente"],
  ],
  [{ layout: 'classic', language: 'es' }, ['Documentación de la API: http', 'Claves API']],
  [{ layout: 'panel' }, ['Profile', 'API keys', 'Generate API key', 'Name', 'Last IP']],
  [{ layout: 'panel', serviceKeys: 'storage' }, ['API keys', 'Service API keys']],
  [{ layout: 'custom' }, ['API Docs:http', 'Endpoint:http', 'Generate API Key', 'Last activity']],
  [{ layout: 'custom', language: 'fr' }, ["Documentation de l'API:http", "Point d'entrée:http"]],
  [{ layout: 'custom', language: 'es' }, ['Documentación de la API:http', 'Punto final:http']],
])('%j shows, from top to bottom, %j', async (settings, texts) => {
  const { page } = await openCredentials(settings);
  const places = order(page, ...texts);
  expect(places).not.toContain(-1);
  expect(places).toEqual(ascending(places));
});

test('panel has no endpoint, submenu no header, classic a legacy row without a rename icon', async () => {
  expect(textOf((await openCredentials({ layout: 'panel' })).page.body)).not.toContain('Endpoint');
  const submenu = (await openCredentials({ layout: 'submenu' })).page;
  expect(submenu.querySelector('h1')).toBeNull();
  expect(textOf(submenu.querySelector('nav'))).toContain('API credentials');
  const { page } = await openCredentials({ layout: 'classic' });
  const legacy = page.querySelector('tbody tr:last-child');
  expect(textOf(legacy)).toBe('Legacy API key');
  expect(legacy?.querySelector('i')).not.toBeNull();
  expect(legacy?.querySelectorAll('button')).toHaveLength(1);
});

test('custom has four cells, row ids and a menu behind one button', async () => {
  const { portal, page } = await openCredentials({ layout: 'custom' });
  const row = page.querySelector('tr[data-row-key]');
  expect(row?.getAttribute('data-row-key')).toBe(portal.keysOf('mfortin')[0]?.id);
  expect(row?.querySelectorAll('td.ant-table-cell')).toHaveLength(4);
  if (row) byName(row, 'action button').click();
  const items = await soon(() => {
    byName(page, 'edit');
    return [...page.querySelectorAll('[role=menuitem]')].map(textOf);
  });
  expect(items).toEqual(['edit', 'Delete']);
});

test.each<[Settings, string, string]>([
  [{ layout: 'profile' }, 'Generate API key', 'aside article'],
  [{ layout: 'panel', language: 'fr' }, "Générer une clé d'API", 'aside article'],
  [{ layout: 'classic', reveal: 'dialog' }, 'Generate API key', '[role=dialog]'],
  [{ layout: 'submenu', reveal: 'drawer' }, 'Generate API key', 'aside[aria-label="API key"]'],
  [{ layout: 'drawer' }, 'Generate API Key', 'aside[aria-label="API Credentials"]'],
  [{ layout: 'drawer', reveal: 'panel' }, 'Generate API Key', 'aside article'],
  [{ layout: 'drawer', reveal: 'dialog' }, 'Generate API Key', '[role=dialog]'],
  [{ layout: 'custom' }, 'Generate API Key', '.ant-drawer'],
  [{ layout: 'custom', reveal: 'dialog' }, 'Generate API Key', '[role=dialog]'],
])('%j shows a new value: %s, %s', async (settings, button, place) => {
  const opened = await openCredentials({ ...settings, mask: 'css' });
  const value = await generate(opened, button);
  await soon(() => expect(textOf(opened.page.querySelector(place))).toContain(value));
});

const DIALECTS: Settings[] = [
  { envelope: 'paged', pageSize: 2, spelling: 'snake', times: 'seconds', never: 'dash' },
  { envelope: 'items', async: 'flat', csrf: 'xsrf', renameVerb: 'PATCH', times: 'plain' },
  { envelope: 'bare', async: 'enveloped', csrf: 'custom', never: 'missing', idKind: 'number' },
  { clue: 'none', async: 'flat', orgId: 'required', csrf: 'csrftoken', nameField: 'label' },
  { clue: 'traffic', keysPath: '/rest/users/{userId}/apiKeys', never: 'blank', layout: 'classic' },
  { clue: 'openapi', layout: 'custom', errorStyle: 'status200', envelope: 'paged', pageSize: 1 },
  { apiHost: 'localhost', csrf: 'xsrf', layout: 'panel', times: 'milliseconds' },
];

test.each(DIALECTS)('the page works with %j', async (settings) => {
  const opened = await openCredentials(settings);
  const { portal, page } = opened;
  await generate(opened, settings.layout === 'custom' ? 'Generate API Key' : 'Generate API key');
  await soon(() => expect(textOf(page.querySelector('tbody'))).toMatch(/^made here/));
  const [row] = page.querySelectorAll('tbody tr');
  if (settings.layout === 'custom' && row) byName(row, 'action button').click();
  const revoke = settings.layout === 'custom' ? 'Delete' : 'Revoke API key';
  (await soon(() => byName(row ?? page, revoke))).click();
  (await soon(() => byName(page, 'Revoke'))).click();
  await soon(() => expect(portal.keysOf('mfortin')).toHaveLength(3));
  await soon(() => expect(page.querySelectorAll('tbody tr i, tbody tr')).not.toHaveLength(0));
  expect(page.querySelector('[role=alert]')).toBeNull();
});
