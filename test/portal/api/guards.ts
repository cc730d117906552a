import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { sessionHeader } from '../cookies.ts';
import { csrfNames } from '../csrf.ts';
import type { PortalEnv, PortalState } from '../state.ts';
import { ORGANIZATION } from '../users.ts';
import { errors } from './envelope.ts';

/** Checks that each return a refusal or nothing. */
const GUARDS: ((state: PortalState, c: Context<PortalEnv>) => Response | undefined)[] = [
  function origin({ settings, origins }, c) {
    if (!settings.originCheck || isRead(c)) return undefined;
    // The portal also trusts its own page under the host name of the request.
    const own = [origins.page, new URL(c.req.url).origin];
    if (own.includes(c.req.header('origin') ?? '')) return undefined;
    return errors(403, 2003, 'The request does not come from the portal.');
  },
  function csrf({ settings }, c) {
    const names = csrfNames(settings);
    // No other site's page can send the header with such a session.
    if (!names || isRead(c) || sessionHeader(c, settings) !== undefined) return undefined;
    const cookie = getCookie(c, names.cookie);
    if (cookie !== undefined && c.req.header(names.header) === cookie) return undefined;
    return errors(403, 2006, 'The CSRF token is missing or incorrect.');
  },
  function organization({ settings }, c) {
    if (settings.orgId === 'ignored' || c.req.query('org_id') === ORGANIZATION.id) return undefined;
    return errors(400, 2014, 'The parameter org_id should be the id of your organization.');
  },
];

/** Lets a request pass if every guard of this portal does. */
export function guard(state: PortalState): MiddlewareHandler<PortalEnv> {
  return async (c, next) => {
    for (const refuses of GUARDS) {
      const refusal = refuses(state, c);
      if (refusal) return refusal;
    }
    await next();
    return undefined;
  };
}

function isRead(c: Context): boolean {
  return c.req.method === 'GET' || c.req.method === 'HEAD';
}
