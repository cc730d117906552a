import { Hono } from 'hono';
import type { PortalEnv, PortalState } from '../state.ts';
import { appRoutes } from './app.ts';
import { assetRoutes } from './assets.ts';
import { bootstrapRoutes } from './bootstrap.ts';
import { sessionRoutes } from './session.ts';

/** Every page a browser shows. */
export function pageRoutes(state: PortalState, keys: Hono<PortalEnv>): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.route('/', sessionRoutes(state));
  app.route('/', appRoutes(state));
  app.route('/', bootstrapRoutes(state, keys));
  app.route('/', assetRoutes());
  return app;
}
