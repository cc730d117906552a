import type { MiddlewareHandler } from 'hono';
import { isApiPath } from './key-path.ts';
import type { PortalSettings } from './settings.ts';
import type { PortalEnv, PortalState } from './state.ts';

/** Paths that an API-only host serves besides the API. */
const ON_API_HOST = /^\/(_portal\/|login\/handover$)/;

/** The OpenAPI document is on the portal's host, wherever the API is. */
export const OPENAPI_PATH = '/rest/docs/api/v3/openapi.json';

/** The domain that pages and API share, and so their cookies; undefined for IP addresses. */
export function sharedDomain({ host, apiHost }: PortalSettings): string | undefined {
  if (apiHost === null || /^[\d.]+$/.test(host + apiHost)) return undefined;
  const [own, other] = [host, apiHost].map((name) => name.split('.').reverse());
  const labels = own?.filter((label, at) =>
    own.slice(0, at + 1).every((each, index) => each === other?.[index]) ? label : '',
  );
  return labels && labels.length > 1 ? labels.reverse().join('.') : undefined;
}

/** Whether the API's host receives no cookies of the pages' host. */
export function isForeignApi(settings: PortalSettings): boolean {
  return settings.apiHost !== null && sharedDomain(settings) === undefined;
}

/** If the API has its own host, serves no pages there and no API on the pages' host. */
export function splitHosts(state: PortalState): MiddlewareHandler<PortalEnv> {
  return async (c, next) => {
    const { apiHost } = state.settings;
    if (apiHost === null) return next();
    const { path } = c.req;
    const isApi = isApiPath(state, path);
    const onApiHost = new URL(c.req.url).hostname === apiHost;
    if (path === OPENAPI_PATH || ON_API_HOST.test(path) || isApi === onApiHost) return next();
    if (!onApiHost && path.startsWith('/_portal/')) return next();
    return c.text('Not found', 404);
  };
}

const ALLOWED = 'GET, POST, PUT, PATCH, DELETE';

/** Lets only the portal's own pages call an API on another host. */
export function allowPages(state: PortalState): MiddlewareHandler<PortalEnv> {
  return async (c, next) => {
    const origin = c.req.header('origin');
    if (state.settings.apiHost === null || origin !== state.origins.page) return next();
    if (c.req.method === 'OPTIONS') c.res = new Response(null, { status: 204 });
    else await next();
    c.header('access-control-allow-origin', origin);
    c.header('access-control-allow-credentials', 'true');
    c.header('access-control-allow-methods', ALLOWED);
    const asked = c.req.header('access-control-request-headers');
    if (asked !== undefined) c.header('access-control-allow-headers', asked);
    c.header('vary', 'origin');
    return undefined;
  };
}
