import type { Context, MiddlewareHandler } from 'hono';
import { sessionCookie, sessionHeader } from '../cookies.ts';
import { findUser, type PortalEnv, type PortalState } from '../state.ts';
import type { User } from '../users.ts';
import { unauthorized } from './envelope.ts';

/** Lets a request through only with a live session. */
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
 * Lets a request through with a live session or a key. A key that is sent has to be right: a
 * session beside it does not help, or nobody could find out whether a key still works.
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

/** Where a request comes from; like behind a proxy, X-Forwarded-For goes before the socket. */
export function clientIp(c: Context<PortalEnv>): string {
  const forwarded = c.req.header('x-forwarded-for')?.split(',')[0]?.trim();
  return forwarded || (c.env.incoming.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
}
