import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { Hono, type MiddlewareHandler } from 'hono';
import { documentedRoutes } from './api/documented.ts';
import { errors } from './api/envelope.ts';
import { keyRoutes } from './api/keys.ts';
import { controlRoutes } from './control.ts';
import { isApiPath } from './faults.ts';
import { injectFaults } from './inject.ts';
import { listen } from './listen.ts';
import { pageRoutes } from './pages/routes.ts';
import { createPortal, type LocalPortal } from './portal.ts';
import { recordRequests } from './requests.ts';
import { defaultSettings, type PortalSettings } from './settings.ts';
import { createState, type PortalEnv, type PortalState } from './state.ts';

export type { Fault } from './faults.ts';
export type { StoredKey } from './keys.ts';
export type { LocalPortal } from './portal.ts';
export type { RecordedRequest } from './requests.ts';
export type { PortalSettings } from './settings.ts';
export type { User } from './users.ts';

const DOCUMENTED_BASES = ['/api/v1', '/api/v2', '/rest'];

/** Starts a CloudMC portal on this machine, with pages, API, users and keys of its own. */
export async function startPortal(settings: Partial<PortalSettings> = {}): Promise<LocalPortal> {
  const state = createState({ ...defaultSettings(), ...settings });
  const server = createAdaptorServer({ fetch: createApp(state).fetch }) as Server;
  const origin = await listen(server, state.settings);
  return createPortal(state, server, origin);
}

function createApp(state: PortalState): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.use(securityHeaders);
  app.use(onlyApi(state, recordRequests(state)));
  app.use(onlyApi(state, injectFaults(state)));
  app.use(atKeysPath(state));
  for (const base of DOCUMENTED_BASES) app.route(base, documentedRoutes(state));
  app.route('/_portal', controlRoutes(state));
  app.route('/', pageRoutes(state));
  app.notFound((c) =>
    isApiPath(c.req.path, state.settings)
      ? errors(404, 2004, 'The resource was not found.')
      : c.text('Not found', 404),
  );
  return app;
}

const securityHeaders: MiddlewareHandler<PortalEnv> = async (c, next) => {
  await next();
  c.header('x-content-type-options', 'nosniff');
  c.header('x-frame-options', 'SAMEORIGIN');
  c.header('referrer-policy', 'same-origin');
};

function onlyApi(
  state: PortalState,
  handler: MiddlewareHandler<PortalEnv>,
): MiddlewareHandler<PortalEnv> {
  return (c, next) => (isApiPath(c.req.path, state.settings) ? handler(c, next) : next());
}

/** Routes to the key API by hand, as its path is a setting that may change while running. */
function atKeysPath(state: PortalState): MiddlewareHandler<PortalEnv> {
  const keys = keyRoutes(state);
  return async (c, next) => {
    const { keysPath } = state.settings;
    const { path } = c.req;
    if (path !== keysPath && !path.startsWith(`${keysPath}/`)) return next();
    const url = new URL(c.req.url);
    url.pathname = path.slice(keysPath.length) || '/';
    return keys.fetch(new Request(url, c.req.raw), c.env);
  };
}
