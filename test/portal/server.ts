import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createAdaptorServer } from '@hono/node-server';
import { Hono, type MiddlewareHandler } from 'hono';
import { documentedRoutes } from './api/documented.ts';
import { errors } from './api/envelope.ts';
import { rewriteFailures } from './api/failures.ts';
import { sessionUser } from './api/identity.ts';
import { keyRoutes } from './api/keys.ts';
import { openapiRoutes } from './api/openapi/routes.ts';
import { controlRoutes } from './control.ts';
import { allowPages, splitHosts } from './hosts.ts';
import { injectFaults } from './inject.ts';
import { isApiPath, matchKeysPath } from './key-path.ts';
import { listen } from './listen.ts';
import { pageRoutes } from './pages/routes.ts';
import { createPortal, type LocalPortal } from './portal.ts';
import { recordRequests } from './requests.ts';
import { checkTogether, defaultSettings, type PortalSettings } from './settings.ts';
import { createState, type PortalEnv, type PortalState } from './state.ts';

export type { Fault } from './faults.ts';
export type { StoredKey } from './keys.ts';
export type { LocalPortal } from './portal.ts';
export type { PortalSettings } from './settings.ts';
export type { User } from './users.ts';

const DOCUMENTED_BASES = ['/api/v1', '/api/v2', '/rest', '/v1'];

/** Starts a CloudMC portal on this machine, with its own pages, API, users and keys. */
export async function startPortal(settings: Partial<PortalSettings> = {}): Promise<LocalPortal> {
  const state = createState({ ...defaultSettings(), ...settings });
  checkTogether(state.settings, 'The settings');
  const { fetch } = createApp(state);
  const server = createAdaptorServer({ fetch, ...(await serverOptions(state.settings)) }) as Server;
  const page = await listen(server, state.settings);
  const { host, apiHost } = state.settings;
  state.origins = { page, api: page.replace(host, apiHost ?? host) };
  return createPortal(state, server);
}

async function serverOptions({ https }: PortalSettings) {
  if (!https) return { createServer };
  const read = (file: string) => readFile(new URL(`tls/${file}`, import.meta.url));
  const [cert, key] = await Promise.all([read('certificate.pem'), read('key.pem')]);
  return { createServer: createTlsServer, serverOptions: { cert, key } };
}

function createApp(state: PortalState): Hono<PortalEnv> {
  const keys = keyRoutes(state);
  const app = new Hono<PortalEnv>();
  app.use(securityHeaders);
  app.use(onlyApi(state, recordRequests(state)));
  app.use(onlyApi(state, forbidStoring(state)));
  app.use(splitHosts(state));
  app.use(onlyApi(state, allowPages(state)));
  app.use(onlyApi(state, injectFaults(state)));
  app.use(atKeysPath(state, keys));
  app.use(onlyApi(state, rewriteFailures(state)));
  app.route('/', openapiRoutes(state));
  for (const base of DOCUMENTED_BASES) app.route(base, documentedRoutes(state));
  app.route('/_portal', controlRoutes(state));
  app.route('/', pageRoutes(state, keys));
  app.notFound((c) =>
    isApiPath(state, c.req.path)
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

function forbidStoring({ settings }: PortalState): MiddlewareHandler<PortalEnv> {
  return async (c, next) => {
    await next();
    if (settings.noStore) c.header('cache-control', 'no-store');
  };
}

function onlyApi(
  state: PortalState,
  handler: MiddlewareHandler<PortalEnv>,
): MiddlewareHandler<PortalEnv> {
  return (c, next) => (isApiPath(state, c.req.path) ? handler(c, next) : next());
}

/** Routes to the key API by hand, because its path is a setting that may change while running. */
function atKeysPath(state: PortalState, keys: Hono<PortalEnv>): MiddlewareHandler<PortalEnv> {
  return async (c, next) => {
    const match = matchKeysPath(state, c.req.path);
    if (!match) return next();
    const url = new URL(c.req.url);
    url.pathname = match.rest;
    const owner = state.users.find(({ id }) => id === match.userId);
    if (match.userId !== undefined && owner !== sessionUser(state, c)) url.pathname = '/of/others';
    return keys.fetch(new Request(url, c.req.raw), c.env);
  };
}
