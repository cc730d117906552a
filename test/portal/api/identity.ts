import type { Context, MiddlewareHandler } from 'hono';
import { sessionCookie, sessionHeader } from '../cookies.ts';
import { findUser, type PortalEnv, type PortalState } from '../state.ts';
import type { User } from '../users.ts';
import { unauthorized } from './envelope.ts';

/** Accepts a request only with a valid session. */
export function requireSession(state: PortalState): MiddlewareHandler<PortalEnv> {
  return async (c, next) => {
    const user = sessionUser(state, c);
    c.set('signedOut', !user);
    if (!user) return unauthorized('You are not signed in.');
    c.set('user', user);
    await next();
    return undefined;
  };
}

/**
 * Accepts a request with a valid session or key. A wrong key is refused even with a session, so that a
 * client can find out whether a key still works.
 */
export function requireSessionOrKey(state: PortalState): MiddlewareHandler<PortalEnv> {
  const session = requireSession(state);
  return async (c, next) => {
    const value = c.req.header('mc-api-key');
    if (value === undefined) return session(c, next);
    const owner = state.keys.owner(value);
    const user = findUser(state, owner?.userName);
    if (!owner || !user) return unauthorized('The API key is not valid.');
    owner.key.lastIp = clientIp(c);
    owner.key.lastActivity = state.clock.now().toISOString();
    c.set('user', user);
    await next();
    return undefined;
  };
}

/** The signed-in user of a page or an API request. */
export function sessionUser(state: PortalState, c: Context<PortalEnv>): User | undefined {
  const { settings, sessions } = state;
  const session = sessionHeader(c, settings) ?? sessionCookie(c, settings);
  return findUser(state, sessions.userName(session));
}

/** The client's address. As behind a proxy, X-Forwarded-For takes precedence over the socket. */
function clientIp(c: Context<PortalEnv>): string {
  const forwarded = c.req.header('x-forwarded-for')?.split(',')[0]?.trim();
  return forwarded || (c.env.incoming.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
}
