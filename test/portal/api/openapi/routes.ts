import { Hono } from 'hono';
import { OPENAPI_PATH } from '../../hosts.ts';
import type { PortalEnv, PortalState } from '../../state.ts';
import { unauthorized } from '../envelope.ts';
import { sessionUser } from '../identity.ts';
import { openapiDocument } from './document.ts';

/** Serves the OpenAPI document, which portals with a plausible path lack. */
export function openapiRoutes(state: PortalState): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get(OPENAPI_PATH, async (c, next) => {
    const { clue, openapiNeedsSession } = state.settings;
    if (clue === 'plausible') return next();
    if (openapiNeedsSession && !sessionUser(state, c)) {
      c.set('signedOut', true);
      return unauthorized('You are not signed in.');
    }
    return c.json(openapiDocument(state));
  });
  return app;
}
