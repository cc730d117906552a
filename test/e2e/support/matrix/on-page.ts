import { expect } from 'vitest';
import type { TestBrowser } from '../../../browsers/test-browser.ts';
import type { View } from '../../../browsers/view.ts';
import type { LocalPortal, StoredKey } from '../../../portal/server.ts';
import type { PortalKind } from './portals.ts';

const WORDS = {
  en: { generate: 'Generate API key', name: 'Name', submit: 'Generate' },
  fr: { generate: "Générer une clé d'API", name: 'Nom', submit: 'Générer' },
  es: { generate: 'Generar clave de API', name: 'Nombre', submit: 'Generar' },
} as const;

/** The path of the endpoint that each layout shows; the others show none. */
const PATHS: Partial<Record<PortalKind['layout'], string>> = {
  profile: '/api/v1',
  drawer: '/api/v2',
  submenu: '/v1',
  classic: '/api/v1',
  custom: '/api/v2',
};

function wordsOf({ layout, language }: PortalKind) {
  const words = WORDS[language];
  const isTitleCase = language === 'en' && (layout === 'drawer' || layout === 'custom');
  return isTitleCase ? { ...words, generate: 'Generate API Key' } : words;
}

/** Signs in on the portal's own page, and returns the page with the credentials. */
export async function signInToCredentials(
  browser: TestBrowser,
  portal: LocalPortal,
  kind: PortalKind,
): Promise<View> {
  const page = await browser.openTab(`${portal.origin}/login?next=/profile/api-credentials`);
  const [{ userName, password }] = portal.users;
  // The names of the fields differ by language, and a password field has no role.
  await page.page.type('#username', userName);
  await page.page.type('#password', password);
  await page.press('Enter');
  await page.find('button', wordsOf(kind).generate);
  return page;
}

/** Copies the endpoint and a key that it generates on the page, and returns that key. */
export async function copyOnPage(
  browser: TestBrowser,
  portal: LocalPortal,
  kind: PortalKind,
  page: View,
): Promise<StoredKey | undefined> {
  // The only Spanish profile page ever seen had no endpoint on it.
  const path = kind.layout === 'profile' && kind.language === 'es' ? undefined : PATHS[kind.layout];
  await page.find('button', 'Copy staging deploy');
  const buttons = await page.all('button', 'Copy endpoint');
  expect(buttons).toHaveLength(path ? 1 : 0);
  if (path) {
    await page.click('button', 'Copy endpoint');
    await page.says('Copied');
    expect(await browser.readClipboard()).toBe(portal.origin + path);
  }

  const before = portal.keysOf('mfortin');
  await generateOnPage(page, kind);
  await page.click('button', 'Copy key');
  await page.says('Copied');
  const [made, ...others] = portal.keysOf('mfortin');
  expect(others).toEqual(before);
  expect(await browser.readClipboard()).toBe(made?.value);
  return made;
}

async function generateOnPage(page: View, kind: PortalKind): Promise<void> {
  const { generate, name, submit } = wordsOf(kind);
  await page.click('button', generate);
  // The drawer makes up a name.
  if (kind.layout === 'drawer') return;
  await page.fill('textbox', name, 'made on the page');
  await page.click('button', submit);
}
