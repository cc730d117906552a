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

/** Gives the browser its session, and the token that goes with it. */
export function setSession(c: Context, settings: PortalSettings, session: string): void {
  setCookie(c, settings.cookieName, session, { ...options(settings), httpOnly: true });
  setCsrf(c, settings, session);
}

/** The same on an API host of another site, where no stricter cookie would reach it from pages. */
export function setForeignSession(c: Context, settings: PortalSettings, session: string): void {
  setCookie(c, settings.cookieName, session, { ...NONE, path: '/', httpOnly: true });
  const names = csrfNames(settings);
  if (names) setCookie(c, names.cookie, csrfToken(session), { ...NONE, path: '/' });
}

/** Gives the browser the token of its session, as frameworks do with every page. */
export function setCsrf(c: Context, settings: PortalSettings, session: string): void {
  const names = csrfNames(settings);
  if (names) setCookie(c, names.cookie, csrfToken(session), options(settings));
}

export function sessionCookie(c: Context, settings: PortalSettings): string | undefined {
  return getCookie(c, settings.cookieName);
}

/**
 * The session that pages name in a header where their API is another site: browsers hold back the
 * cookies of other sites more and more often.
 */
export function sessionHeader(c: Context, settings: PortalSettings): string | undefined {
  if (!isForeignApi(settings)) return undefined;
  return /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1];
}

/** Attributes of the portal's cookies, also needed to delete one. */
export function options(settings: PortalSettings): CookieOptions {
  const { session, sameSite } = settings;
  const domain = sharedDomain(settings);
  return {
    ...ATTRIBUTES[session === 'lax' && sameSite === 'Strict' ? 'strict' : session],
    path: '/',
    ...(domain !== undefined && { domain }),
  };
}
