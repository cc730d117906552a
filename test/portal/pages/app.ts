import { type Context, Hono } from 'hono';
import { unauthorized } from '../api/envelope.ts';
import { sessionUser } from '../api/identity.ts';
import type { PortalEnv, PortalState } from '../state.ts';
import { ORGANIZATION, type User } from '../users.ts';
import type { PageConfig } from './config.ts';
import { preferences } from './preferences.ts';
import { CONTENT_SECURITY_POLICY, shell } from './shell.ts';

const PATHS = ['/home', '/services', '/activity', '/profile', '/profile/:tab'];

/** The signed-in pages: one empty shell whose application draws everything, as in the real one. */
export function appRoutes(state: PortalState): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();

  app.get('/', (c) => c.redirect('/home'));

  app.on('GET', PATHS, (c) => {
    const url = new URL(c.req.url);
    const { layout, language } = preferences(state, c);
    if (!sessionUser(state, c)) {
      return c.redirect(`/login?next=${encodeURIComponent(url.pathname + url.search)}`);
    }
    // The drawer has no addresses of its own; its hash opens the same screen.
    if (layout === 'drawer' && url.pathname.startsWith('/profile')) {
      return c.redirect('/home#api-credentials');
    }
    c.header('content-security-policy', CONTENT_SECURITY_POLICY);
    return c.html(shell(layout, language));
  });

  app.get('/app/config.json', (c) => {
    const user = sessionUser(state, c);
    return user ? c.json(pageConfig(state, c, user)) : unauthorized('You are not signed in.');
  });

  return app;
}

function pageConfig(state: PortalState, c: Context<PortalEnv>, user: User): PageConfig {
  const { settings } = state;
  const { layout, language } = preferences(state, c);
  const origin = new URL(c.req.url).origin;
  const own = `${origin}/api/${layout === 'drawer' ? 'v2' : 'v1'}`;
  const { userName, firstName, lastName, email, role, timezone } = user;
  const { endpointLine } = settings;
  // The only Spanish profile page ever seen had no endpoint on it.
  const missing = endpointLine === 'as-seen' && layout === 'profile' && language === 'es';
  return {
    layout,
    language,
    user: { userName, firstName, lastName, email, role, timezone },
    organization: ORGANIZATION.name,
    keysPath: settings.keysPath,
    fields: settings.fields,
    endpoint: missing || endpointLine === 'never' ? null : (settings.endpoint ?? own),
    apiDocs: `${origin}/api-docs`,
    redrawEvery: settings.redrawEvery,
  };
}
