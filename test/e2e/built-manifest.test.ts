import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { builtExtension } from '../browsers/driver.ts';

const browser = inject('browserName');
const path = join(builtExtension(browser), 'manifest.json');
const manifest: Record<string, unknown> = JSON.parse(await readFile(path, 'utf8'));

test('the package asks for these permissions and no others', () => {
  expect(
    [...(manifest.permissions as string[])].sort(),
    'A new permission disables the extension until its person agrees: keep it optional, or add it ' +
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

test('the package leaves to a choice what the browser warns of', () => {
  expect(manifest.optional_permissions).toEqual(['clipboardWrite']);
});

test('the package asks for no host before a person connects one', () => {
  expect(manifest).not.toHaveProperty('host_permissions');
  expect(manifest).not.toHaveProperty('content_scripts');
  expect(manifest.optional_host_permissions).toEqual([
    'https://*/*',
    'http://127.0.0.1/*',
    'http://localhost/*',
  ]);
});

test('the package lets no page see the extension, and no code in from elsewhere', () => {
  expect(manifest).not.toHaveProperty('web_accessible_resources');
  expect(manifest).not.toHaveProperty('externally_connectable');
  const policy = JSON.stringify(manifest.content_security_policy);
  expect(policy).toContain("default-src 'none'; script-src 'self'");
  expect(policy).not.toContain('unsafe');
});
