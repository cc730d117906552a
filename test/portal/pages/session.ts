import { Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { EVENTS } from '../activity.ts';
import { clientIp, sessionUser } from '../api/identity.ts';
import { findUser, type PortalEnv, type PortalState } from '../state.ts';
import { loginPage } from './login.ts';
import { preferences } from './preferences.ts';

/** Signing in and out. */
export function sessionRoutes(state: PortalState): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();

  app.get('/login', (c) => {
    const next = localPath(c.req.query('next'));
    if (sessionUser(state, c)) return c.redirect(next);
    return c.html(loginPage(state, preferences(state, c).language, next, false));
  });

  app.post('/login', async (c) => {
    const form = await c.req.parseBody();
    const next = localPath(form.next);
    const user = findUser(state, String(form.username ?? ''));
    if (!user || form.password !== user.password) {
      return c.html(loginPage(state, preferences(state, c).language, next, true), 401);
    }
    user.lastLogin = state.clock.now().toISOString();
    state.activity.record(user, EVENTS.signIn, clientIp(c), {});
    setCookie(c, state.settings.cookieName, state.sessions.start(user.userName), {
      httpOnly: true,
      path: '/',
      sameSite: state.settings.sameSite,
    });
    return c.redirect(next, 303);
  });

  app.post('/logout', (c) => {
    state.sessions.end(getCookie(c, state.settings.cookieName));
    deleteCookie(c, state.settings.cookieName, { path: '/' });
    return c.redirect('/login', 303);
  });

  return app;
}

/** Where to go after signing in: a path of this portal, never another site. */
function localPath(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : '/home';
}
