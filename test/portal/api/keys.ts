import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { EVENTS } from '../activity.ts';
import { newValue, type StoredKey } from '../keys.ts';
import type { PortalEnv, PortalState } from '../state.ts';
import { data, errors, list, notFound } from './envelope.ts';
import { clientIp, requireSession } from './identity.ts';

const LONGEST_NAME = 255;

type PortalContext = Context<PortalEnv, '/:id'>;

/** The key API, with paths relative to the `keysPath` setting, which may change at any time. */
export function keyRoutes(state: PortalState): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.use(requireSession(state));

  app.get('/', (c) => {
    const keys = state.keys.of(c.get('user').userName);
    return list(keys.map((key) => outside(state, key)));
  });

  app.post('/', async (c) => {
    const name = await readName(c);
    if (name instanceof Response) return name;
    const created = state.clock.now().toISOString();
    const value = newValue();
    const key = { id: randomUUID(), name, created, lastIp: null, lastActivity: null, value };
    state.keys.add(c.get('user').userName, [key]);
    record(state, c, 'generated', key);
    return data({ ...outside(state, key), [state.settings.fields.value]: value }, 201);
  });

  app.put('/:id', async (c) => {
    const key = state.keys.find(c.get('user').userName, c.req.param('id'));
    if (!key) return notFound('The API key');
    const name = await readName(c);
    if (name instanceof Response) return name;
    key.name = name;
    record(state, c, 'renamed', key);
    return data(outside(state, key));
  });

  app.delete('/:id', (c) => {
    const key = state.keys.remove(c.get('user').userName, c.req.param('id'));
    if (!key) return notFound('The API key');
    record(state, c, 'revoked', key);
    return c.body(null, 204);
  });

  app.all('/:id?', () => errors(405, 2005, 'The method is not allowed here.'));
  return app;
}

/** A key as others may see it: under this portal's field names, and without its value. */
function outside({ settings: { fields } }: PortalState, key: StoredKey): Record<string, unknown> {
  return {
    [fields.id]: key.id,
    [fields.name]: key.name,
    [fields.lastIp]: key.lastIp,
    [fields.lastActivity]: key.lastActivity,
    [fields.created]: key.created,
  };
}

async function readName(c: Context<PortalEnv>): Promise<string | Response> {
  // Insisting on JSON keeps forms on other sites out, which could send text/plain.
  if (!c.req.header('content-type')?.startsWith('application/json')) {
    return errors(415, 2015, 'The content type should be application/json.');
  }
  const body: { name?: unknown } | null = await c.req.json().catch(() => null);
  const name = typeof body?.name === 'string' ? body.name.trim() : '';
  if (name === '') return errors(400, 2012, 'The name is required.');
  if (name.length > LONGEST_NAME) {
    return errors(400, 2013, `The name is longer than ${LONGEST_NAME} characters.`);
  }
  return name;
}

function record(
  state: PortalState,
  c: PortalContext | Context<PortalEnv>,
  event: keyof typeof EVENTS,
  key: StoredKey,
): void {
  const context = { apiKeyId: key.id, apiKeyName: key.name };
  state.activity.record(c.get('user'), EVENTS[event], clientIp(c), context);
}
