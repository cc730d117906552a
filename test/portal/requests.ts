import type { MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import type { PortalEnv, PortalState } from './state.ts';

/** One API request as it reached the portal. */
export interface RecordedRequest {
  method: string;
  /** Host and port it was sent to. */
  host: string;
  path: string;
  /** The query string with its question mark, or an empty string. */
  query: string;
  /** Null until there is an answer; stays null if the connection was dropped. */
  status: number | null;
  origin: string | null;
  /** Whether it carried a session cookie, valid or not. */
  hasCookie: boolean;
  /** Whether it carried an MC-Api-Key header, valid or not. */
  hasKey: boolean;
  /** Headers starting with x- or sec-fetch-. */
  headers: Record<string, string>;
  at: string;
}

/** Records every API request before anything else can answer it. */
export function recordRequests(state: PortalState): MiddlewareHandler<PortalEnv> {
  return async (c, next) => {
    const entry: RecordedRequest = {
      method: c.req.method,
      host: c.req.header('host') ?? '',
      path: c.req.path,
      query: new URL(c.req.url).search,
      status: null,
      origin: c.req.header('origin') ?? null,
      hasCookie: getCookie(c, state.settings.cookieName) !== undefined,
      hasKey: c.req.header('mc-api-key') !== undefined,
      headers: Object.fromEntries(
        Object.entries(c.req.header()).filter(([name]) => /^(x|sec-fetch)-/.test(name)),
      ),
      at: state.clock.now().toISOString(),
    };
    state.requests.push(entry);
    await next();
    if (!c.get('dropped')) entry.status = c.res.status;
  };
}
