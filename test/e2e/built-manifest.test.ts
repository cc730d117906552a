import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { builtExtension } from '../browsers/driver.ts';

const browser = inject('browserName');
const path = join(builtExtension(browser), 'manifest.json');
const manifest: Record<string, unknown> = JSON.parse(await readFile(path, 'utf8'));

test('the package requires exactly these permissions', () => {
  expect(
    [...(manifest.permissions as string[])].sort(),
    'A new permission disables the extension until the user accepts it: make it optional, or add it ' +
      'here and say why in wxt.config.ts.',
  ).toEqual([
    'activeTab',
    'alarms',
    'cookies',
    'declarativeNetRequestWithHostAccess',
    ...(browser === 'firefox' ? [] : ['offscreen']),
    'scripting',
    'storage',
  ]);
});

test('permissions that browsers warn about are optional', () => {
  expect(manifest.optional_permissions).toEqual(['clipboardWrite']);
});

test('the package has access to no host before a portal is connected', () => {
  expect(manifest).not.toHaveProperty('host_permissions');
  expect(manifest).not.toHaveProperty('content_scripts');
  expect(manifest.optional_host_permissions).toEqual([
    'https://*/*',
    'http://127.0.0.1/*',
    'http://localhost/*',
  ]);
});

test('pages cannot detect the extension, and it loads no code from elsewhere', () => {
  expect(manifest).not.toHaveProperty('web_accessible_resources');
  expect(manifest).not.toHaveProperty('externally_connectable');
  const policy = JSON.stringify(manifest.content_security_policy);
  expect(policy).toContain("default-src 'none'; script-src 'self'");
  expect(policy).not.toContain('unsafe');
});
