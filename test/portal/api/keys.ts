import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { newValue, type StoredKey } from '../keys.ts';
import type { PortalEnv, PortalState } from '../state.ts';
import { answerChange } from './changes.ts';
import { answerList, outside, wireId } from './dialect.ts';
import { errors, notFound } from './envelope.ts';
import { rewriteFailures } from './failures.ts';
import { guard } from './guards.ts';
import { requireSession } from './identity.ts';

const LONGEST_NAME = 255;

/** The key API, with paths relative to its own, which may change at any time. */
export function keyRoutes(state: PortalState): Hono<PortalEnv> {
  const { settings } = state;
  const app = new Hono<PortalEnv>();
  app.use(rewriteFailures(state), requireSession(state), guard(state));

  app.get('/', (c) => {
    const keys = state.keys.of(c.get('user').userName);
    return answerList(
      settings,
      c,
      keys.map((key) => outside(settings, key)),
    );
  });

  app.post('/', async (c) => {
    const name = await readName(state, c);
    if (name instanceof Response) return name;
    const user = c.get('user');
    return answerChange(state, user, 201, () => {
      const created = state.clock.now().toISOString();
      const value = newValue();
      const key = { id: randomUUID(), name, created, lastIp: null, lastActivity: null, value };
      state.keys.add(user.userName, [key]);
      return { ...outside(settings, key), [settings.fields.value]: value };
    });
  });

  app.on(['PUT', 'PATCH'], '/:id', async (c) => {
    if (c.req.method !== settings.renameVerb) return notAllowed(`${settings.renameVerb}, DELETE`);
    const key = find(state, c, c.req.param('id'));
    if (!key) return notFound('The API key');
    const name = await readName(state, c);
    if (name instanceof Response) return name;
    return answerChange(state, c.get('user'), 200, () => {
      key.name = name;
      return outside(settings, key);
    });
  });

  app.delete('/:id', (c) => {
    const key = find(state, c, c.req.param('id'));
    if (!key) return notFound('The API key');
    const user = c.get('user');
    return answerChange(state, user, 204, () => {
      state.keys.remove(user.userName, key.id);
      return undefined;
    });
  });

  app.all('/', () => notAllowed('GET, POST'));
  app.all('/:id', () => notAllowed(`${settings.renameVerb}, DELETE`));
  app.notFound(() => notFound('The resource'));
  return app;
}

function find(state: PortalState, c: Context<PortalEnv>, id: string): StoredKey | undefined {
  const keys = state.keys.of(c.get('user').userName);
  return keys.find((key) => String(wireId(state.settings, key)) === id);
}

function notAllowed(allow: string): Response {
  const response = errors(405, 2005, 'The method is not allowed here.');
  response.headers.set('allow', allow);
  return response;
}

async function readName(state: PortalState, c: Context<PortalEnv>): Promise<string | Response> {
  // Requiring JSON keeps out forms on other sites, which could send text/plain.
  if (!c.req.header('content-type')?.startsWith('application/json')) {
    return errors(415, 2015, 'The content type should be application/json.');
  }
  const { nameField } = state.settings;
  const body: Record<string, unknown> | null = await c.req.json().catch(() => null);
  const sent = body?.[nameField];
  const name = typeof sent === 'string' ? sent.trim() : '';
  if (name === '') return errors(400, 2012, `The ${nameField} is required.`);
  if (name.length > LONGEST_NAME) {
    return errors(400, 2013, `The ${nameField} is longer than ${LONGEST_NAME} characters.`);
  }
  return name;
}
