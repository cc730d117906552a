import { csrfNames } from './csrf.ts';
import type { LocalPortal } from './server.ts';

/** A fetch like a signed-in page's: a path of the portal, with its session cookie. */
export function pageFetch(portal: LocalPortal, userName?: string) {
  const cookie = portal.signIn(userName);
  return (path: string, method = 'GET', body?: object, more: Record<string, string> = {}) =>
    fetch(portal.origin + path, {
      method,
      redirect: 'manual',
      headers: { cookie, ...(body && { 'content-type': 'application/json' }), ...more },
      ...(body && { body: JSON.stringify(body) }),
    });
}

/** The header that repeats a signed-in page's CSRF token. */
export function csrfHeader(portal: LocalPortal, cookie: string): Record<string, string> {
  const names = csrfNames(portal.settings);
  const token = names && new RegExp(`${names.cookie}=(\\w+)`).exec(cookie)?.[1];
  return names && token ? { [names.header]: token } : {};
}

/** A fetch like a script's outside the browser, with an API key. */
export function keyFetch(portal: LocalPortal, value: string) {
  return (path: string, headers: Record<string, string> = {}) =>
    fetch(portal.origin + path, { headers: { 'MC-Api-Key': value, ...headers } });
}
