import { Hono } from 'hono';
import type { PortalEnv, PortalState } from '../state.ts';
import { appRoutes } from './app.ts';
import { assetRoutes } from './assets.ts';
import { sessionRoutes } from './session.ts';

/** Everything a browser shows. */
export function pageRoutes(state: PortalState): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.route('/', sessionRoutes(state));
  app.route('/', appRoutes(state));
  app.route('/', assetRoutes());
  return app;
}
