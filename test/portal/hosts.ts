import type { MiddlewareHandler } from 'hono';
import { isApiPath } from './key-path.ts';
import type { PortalSettings } from './settings.ts';
import type { PortalEnv, PortalState } from './state.ts';

/** Paths that a host of the API alone serves beside the API. */
const ON_API_HOST = /^\/(_portal\/|login\/handover$)/;

/** The API description belongs to the portal, wherever its API is. */
export const OPENAPI_PATH = '/rest/docs/api/v3/openapi.json';

/** The domain that pages and API have in common, and cookies with it; IP addresses have none. */
export function sharedDomain({ host, apiHost }: PortalSettings): string | undefined {
  if (apiHost === null || /^[\d.]+$/.test(host + apiHost)) return undefined;
  const [own, other] = [host, apiHost].map((name) => name.split('.').reverse());
  const labels = own?.filter((label, at) =>
    own.slice(0, at + 1).every((each, index) => each === other?.[index]) ? label : '',
  );
  return labels && labels.length > 1 ? labels.reverse().join('.') : undefined;
}

/** Whether the API's host gets no cookie from the pages' host. */
export function isForeignApi(settings: PortalSettings): boolean {
  return settings.apiHost !== null && sharedDomain(settings) === undefined;
}

/** Where the API has a host of its own: no pages there, and no API on the pages' host. */
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

/** Lets the portal's own pages, and nobody else's, talk to an API on another host. */
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
