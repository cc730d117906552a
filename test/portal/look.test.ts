// @vitest-environment node
/// <reference lib="dom" />
import { afterEach, expect, test, vi } from 'vitest';
import { byName, generate, openCredentials, type Settings, soon, textOf } from './opened.ts';
import type { PortalSettings } from './server.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each<[PortalSettings['mask'], (value: string) => Partial<Record<string, unknown>>]>([
  ['text', () => ({ text: '•'.repeat(24), input: undefined })],
  ['css', (value) => ({ text: value, input: undefined })],
  ['input', (value) => ({ text: '', input: value })],
])('hides a value by %s', async (mask, expected) => {
  const opened = await openCredentials({ mask });
  const value = await generate(opened, 'Generate API key');
  const secret = await soon(() => {
    const eye = opened.page.querySelector('article button[aria-label=Show]');
    if (!eye?.parentElement) throw new Error('There is no value.');
    return eye.parentElement;
  });
  const input = secret.querySelector<HTMLInputElement>('input[type=password]');
  expect({ text: textOf(secret), input: input?.value }).toEqual(expected(value));
  byName(secret, 'Show').click();
  await soon(() => byName(secret, 'Hide'));
  const shown = secret.querySelector<HTMLInputElement>('input[type=text]');
  expect(shown?.value ?? textOf(secret)).toBe(value);
});

test('a value can appear late, behind a badge', async () => {
  const opened = await openCredentials({ panelOpens: false, valueDelay: 300 });
  await generate(opened, 'Generate API key');
  expect(textOf(opened.page.querySelector('header'))).not.toContain('1');
  await soon(() => expect(textOf(opened.page.querySelector('header'))).toContain('1'));
  expect(opened.page.querySelector('article')).toBeNull();
  byName(opened.page, 'Notifications').click();
  await soon(() => expect(opened.page.querySelector('article')).not.toBeNull());
});

test.each<[PortalSettings['iconLabels'], string | null, string | null]>([
  ['as-seen', 'Edit API key', null],
  ['title', 'Edit API key', null],
  ['aria', null, 'Edit API key'],
  ['tooltip', null, null],
  ['none', null, null],
])('names icons by %s', async (iconLabels, title, label) => {
  const { page } = await openCredentials({ iconLabels });
  const pencil = page.querySelector('tbody button');
  expect([pencil?.getAttribute('title'), pencil?.getAttribute('aria-label')]).toEqual([
    title,
    label,
  ]);
  pencil?.dispatchEvent(new (page.defaultView as typeof globalThis & Window).Event('mouseenter'));
  expect(textOf(page.querySelector('[role=tooltip]'))).toBe(
    iconLabels === 'tooltip' ? 'Edit API key' : '',
  );
});

test.each<[PortalSettings['serviceKeys'], Settings, string[]]>([
  ['compute', {}, ['API endpoint', 'API key', 'Secret key', 'Project ID']],
  ['compute', { language: 'es' }, ['Endpoint de la API', 'Clave API', 'Clave secreta']],
  [
    'storage',
    { envelope: 'bare', orgId: 'required' },
    ['Authentication URL', 'Identity API version', 'Domain ID', 'Project name', 'User name'],
  ],
])('shows service keys for %s, %j', async (serviceKeys, settings, names) => {
  const { page } = await openCredentials({ serviceKeys, ...settings });
  const box = page.querySelector<HTMLInputElement>('input[role=combobox]');
  const option = await soon(() => {
    box?.dispatchEvent(new (page.defaultView as typeof globalThis & Window).Event('focus'));
    const found = page.querySelector<HTMLElement>('[role=option]');
    if (!found) throw new Error('There are no options.');
    return found;
  });
  expect(textOf(option)).toMatch(/^(Compute North|Object storage) \/ production$/);
  option.click();
  const rows = await soon(() => {
    const found = [...page.querySelectorAll('section section tbody tr')];
    expect(found.length).toBeGreaterThan(3);
    return found;
  });
  expect(rows.map((row) => textOf(row.children[1])).slice(0, names.length)).toEqual(names);
  const hidden = rows.filter((row) => row.querySelector('button'));
  expect(hidden.map((row) => row.querySelectorAll('button').length)).toEqual([1, 1]);
});
