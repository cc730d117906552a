import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { deleteCookie } from 'hono/cookie';
import { sessionUser } from '../api/identity.ts';
import { options, sessionCookie, setForeignSession, setSession } from '../cookies.ts';
import { isForeignApi } from '../hosts.ts';
import { findUser, type PortalEnv, type PortalState } from '../state.ts';
import { loginPage } from './login.ts';
import { preferences } from './preferences.ts';

/** Signing in and out. */
export function sessionRoutes(state: PortalState): Hono<PortalEnv> {
  const { settings } = state;
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
    const session = state.sessions.start(user.userName);
    setSession(c, settings, session);
    return c.redirect(isForeignApi(settings) ? handover(state, session, next) : next, 303);
  });

  // An API host on another site has to set its own cookie, on the way back to the page.
  app.get('/login/handover', (c) => {
    const code = c.req.query('code') ?? '';
    const session = state.handovers.get(code);
    state.handovers.delete(code);
    if (session !== undefined) setForeignSession(c, settings, session);
    return c.redirect(state.origins.page + localPath(c.req.query('next')), 303);
  });

  app.post('/logout', (c) => {
    state.sessions.end(sessionCookie(c, settings));
    deleteCookie(c, settings.cookieName, options(settings));
    return c.redirect('/login', 303);
  });

  return app;
}

function handover(state: PortalState, session: string, next: string): string {
  const code = randomUUID();
  state.handovers.set(code, session);
  return `${state.origins.api}/login/handover?${new URLSearchParams({ code, next })}`;
}

/** The path to open after signing in: always on this portal, never on another site. */
function localPath(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : '/home';
}
