import { type Context, Hono } from 'hono';
import { type Checks, InputError, isObject, number, readPart, text } from './checks.ts';
import { FAULT_CHECKS, type Fault } from './faults.ts';
import { checkTogether, type PortalSettings, SETTING_CHECKS } from './settings.ts';
import { type PortalEnv, type PortalState, seed } from './state.ts';

const CLOCK_CHECKS: Checks = {
  set: text(/^\d{4}-\d\d-\d\d/, 'a date such as 2026-01-31T12:00:00Z'),
  advance: number(0, Number.MAX_SAFE_INTEGER),
};

/** The controls under /_portal, for use with curl; they need no session. */
export function controlRoutes(state: PortalState): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.onError((error, c) => {
    if (!(error instanceof InputError)) throw error;
    return c.json({ error: error.message }, 400);
  });

  app.get('/settings', (c) => c.json(state.settings));
  app.post('/settings', async (c) => {
    const part = readSettings(await body(c), 'The settings');
    checkTogether({ ...state.settings, ...part }, 'The settings');
    applySettings(state, part);
    return c.json(state.settings);
  });

  app.get('/faults', (c) => c.json(state.faults));
  app.post('/faults', async (c) => {
    const input = await body(c);
    const added = (Array.isArray(input) ? input : [input]).map(readFault);
    state.faults.push(...added);
    return c.json(state.faults);
  });
  app.delete('/faults', (c) => {
    state.faults.length = 0;
    return c.json(state.faults);
  });

  app.get('/clock', (c) => c.json({ now: state.clock.now().toISOString() }));
  app.post('/clock', async (c) => {
    const change = readPart<{ set: string; advance: number }>(
      await body(c),
      CLOCK_CHECKS,
      'The clock',
    );
    if (change.set !== undefined) state.clock.set(change.set);
    else if (change.advance !== undefined) state.clock.advance(change.advance);
    else state.clock.reset();
    return c.json({ now: state.clock.now().toISOString() });
  });

  app.post('/expire-sessions', (c) => {
    state.sessions.expireAll();
    return c.body(null, 204);
  });

  app.get('/requests', (c) => c.json(state.requests));
  return app;
}

/** Checks external settings; throws an InputError that says what is wrong. */
export function readSettings(input: unknown, what: string): Partial<PortalSettings> {
  return readPart<PortalSettings>(input, SETTING_CHECKS, what);
}

/** Changes settings while the portal runs; a new key count also makes new keys. */
function applySettings(state: PortalState, part: Partial<PortalSettings>): void {
  const fields = { ...state.settings.fields, ...part.fields };
  Object.assign(state.settings, part, { fields });
  if (part.keyCount !== undefined) seed(state, state.users[0].userName, part.keyCount);
}

function readFault(input: unknown): Fault {
  const fault = readPart<Fault>(input, FAULT_CHECKS, 'The fault');
  if (fault.kind === undefined) throw new InputError('The fault: "kind" is missing.');
  return { ...fault, kind: fault.kind };
}

async function body(c: Context): Promise<unknown> {
  // JSON only: another site's page cannot send that without a preflight request.
  if (!c.req.header('content-type')?.startsWith('application/json')) {
    throw new InputError('Send JSON with the header content-type: application/json.');
  }
  const value: unknown = await c.req.json().catch(() => undefined);
  if (!isObject(value) && !Array.isArray(value)) throw new InputError('This is not valid JSON.');
  return value;
}
