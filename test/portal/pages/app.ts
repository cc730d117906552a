import { Hono } from 'hono';
import { sessionUser } from '../api/identity.ts';
import { sessionCookie, setCsrf } from '../cookies.ts';
import type { Layout } from '../settings.ts';
import type { PortalEnv, PortalState } from '../state.ts';
import { preferences } from './preferences.ts';
import { contentSecurityPolicy, shell } from './shell.ts';

const PATHS = ['/home', '/services', '/activity', '/profile', '/profile/:tab'];

/** The path of the credentials in each layout that has one. */
const CREDENTIALS: Partial<Record<Layout, string>> = {
  // The drawer has no paths; its hash opens the same screen.
  drawer: '/home#api-credentials',
  custom: '/profile/apiCredentials',
};

/** The signed-in pages: one empty shell whose application renders everything, as in real portals. */
export function appRoutes(state: PortalState): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();

  app.get('/', (c) => c.redirect('/home'));

  app.on('GET', PATHS, (c) => {
    const url = new URL(c.req.url);
    const { layout, language } = preferences(state, c);
    const session = sessionCookie(c, state.settings);
    if (!sessionUser(state, c) || session === undefined) {
      return c.redirect(`/login?next=${encodeURIComponent(url.pathname + url.search)}`);
    }
    const elsewhere = redirect(layout, url.pathname);
    if (elsewhere !== undefined) return c.redirect(elsewhere);
    setCsrf(c, state.settings, session);
    c.header('content-security-policy', contentSecurityPolicy(state));
    return c.html(shell(state, layout, language));
  });

  return app;
}

/** The path at which a layout shows what another layout has at this path. */
function redirect(layout: Layout, path: string): string | undefined {
  if (layout === 'drawer') return path.startsWith('/profile') ? CREDENTIALS.drawer : undefined;
  const credentials = CREDENTIALS[layout] ?? '/profile/api-credentials';
  const isOther = /^\/profile\/api-?credentials$/i.test(path) && path !== credentials;
  return isOther ? credentials : undefined;
}
