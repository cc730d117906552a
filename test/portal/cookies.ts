import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';
import { csrfNames, csrfToken } from './csrf.ts';
import { isForeignApi, sharedDomain } from './hosts.ts';
import type { PortalSettings } from './settings.ts';

const NONE = { sameSite: 'None', secure: true } as const;

const ATTRIBUTES: Record<PortalSettings['session'], CookieOptions> = {
  lax: { sameSite: 'Lax' },
  strict: { sameSite: 'Strict' },
  'none-secure': NONE,
  partitioned: { ...NONE, partitioned: true },
};

/** Sets the browser's session cookie and its CSRF token. */
export function setSession(c: Context, settings: PortalSettings, session: string): void {
  setCookie(c, settings.cookieName, session, { ...options(settings), httpOnly: true });
  setCsrf(c, settings, session);
}

/** The same on another site's API host, where no stricter cookie would be sent from the pages. */
export function setForeignSession(c: Context, settings: PortalSettings, session: string): void {
  setCookie(c, settings.cookieName, session, { ...NONE, path: '/', httpOnly: true });
  const names = csrfNames(settings);
  if (names) setCookie(c, names.cookie, csrfToken(session), { ...NONE, path: '/' });
}

/** Sets the session's CSRF token, as frameworks do with every page. */
export function setCsrf(c: Context, settings: PortalSettings, session: string): void {
  const names = csrfNames(settings);
  if (names) setCookie(c, names.cookie, csrfToken(session), options(settings));
}

export function sessionCookie(c: Context, settings: PortalSettings): string | undefined {
  return getCookie(c, settings.cookieName);
}

/**
 * The session that pages send in a header when their API is on another site, because browsers increasingly
 * block the cookies of other sites.
 */
export function sessionHeader(c: Context, settings: PortalSettings): string | undefined {
  if (!isForeignApi(settings)) return undefined;
  return /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1];
}

/** Attributes of the portal's cookies, also needed to delete them. */
export function options(settings: PortalSettings): CookieOptions {
  const { session, sameSite } = settings;
  const domain = sharedDomain(settings);
  return {
    ...ATTRIBUTES[session === 'lax' && sameSite === 'Strict' ? 'strict' : session],
    path: '/',
    ...(domain !== undefined && { domain }),
  };
}
