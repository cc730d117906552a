import { type Context, Hono } from 'hono';
import { unauthorized } from '../api/envelope.ts';
import { sessionUser } from '../api/identity.ts';
import { isObject } from '../checks.ts';
import type { PortalEnv, PortalState } from '../state.ts';
import { ORGANIZATION } from '../users.ts';
import { configPath, isAggregated, pageConfig } from './page-config.ts';

/** Serves what the page's application needs at the start: settings and, in some portals, the keys. */
export function bootstrapRoutes(state: PortalState, keys: Hono<PortalEnv>): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();

  app.get('/app/:file', async (c, next) => {
    if (c.req.path !== configPath(state)) return next();
    const user = sessionUser(state, c);
    if (!user) return unauthorized('You are not signed in.');
    const config = pageConfig(state, c, user);
    if (!isAggregated(state)) return c.json(config);
    return c.json({ ...config, keys: await forward(c, keys, 'GET', '/', null) });
  });

  app.post('/app/bootstrap', async (c, next) => {
    if (!isAggregated(state)) return next();
    if (!sessionUser(state, c)) return unauthorized('You are not signed in.');
    const asked: unknown = await c.req.json().catch(() => undefined);
    if (!isObject(asked)) return c.json({ status: 400, body: null });
    const { method, path, body } = asked;
    return c.json(await forward(c, keys, String(method), `/${path ?? ''}`, body));
  });

  app.delete('/app/legacy-key', (c) => {
    const user = sessionUser(state, c);
    if (!user) return unauthorized('You are not signed in.');
    state.legacyRevoked.add(user.userName);
    return c.body(null, 204);
  });

  return app;
}

/** Calls the key API for the page, which never learns its path. */
async function forward(
  c: Context<PortalEnv>,
  keys: Hono<PortalEnv>,
  method: string,
  path: string,
  body: unknown,
): Promise<{ status: number; body: unknown }> {
  const url = new URL(path, c.req.url);
  url.searchParams.set('org_id', ORGANIZATION.id);
  const headers = new Headers(c.req.raw.headers);
  headers.delete('content-length');
  const sent = body ? { body: JSON.stringify(body) } : {};
  const response = await keys.fetch(new Request(url, { method, headers, ...sent }), c.env);
  const answer: unknown = await response.json().catch(() => null);
  return { status: response.status, body: answer };
}
