import type { Context } from 'hono';
import { answerList, outside } from './api/dialect.ts';
import { ENVIRONMENTS } from './api/samples.ts';
import type { Fault } from './faults.ts';
import { newValue } from './keys.ts';
import type { PortalState } from './state.ts';

type Hostile = (state: PortalState, c: Context, fault: Fault) => Response;

const json = (body: string) =>
  new Response(body, { headers: { 'content-type': 'application/json' } });

/** Answers that look right at first but that no client should trust. */
export const HOSTILE = {
  huge: () => json(`{"data":[],"padding":"${'x'.repeat(10_000_000)}"}`),
  deep: () => json(`{"data":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
  'redirect-elsewhere': ({ settings }, c, fault) => {
    const url = new URL(c.req.url);
    url.hostname = settings.host === 'localhost' ? '127.0.0.1' : 'localhost';
    url.pathname = '/api/elsewhere';
    return new Response(null, { status: 302, headers: { location: fault.to ?? url.href } });
  },
  'not-keys': ({ settings }, c) => answerList(settings, c, ENVIRONMENTS),
  'long-name': ({ settings, clock }, c) => {
    const key = {
      id: '0f3d1b52-64c7-4d8e-9a1f-5b2e80c4d777',
      name: 'x'.repeat(100_000),
      created: clock.now().toISOString(),
      lastIp: null,
      lastActivity: null,
      value: newValue(),
    };
    return answerList(settings, c, [outside(settings, key)]);
  },
  'wrong-type': ({ settings }, c) => {
    const { fields } = settings;
    const record: Record<string, unknown> = {
      [fields.id]: { toString: 'no' },
      [fields.name]: ['a', 1],
      [fields.lastIp]: 12,
      [fields.lastActivity]: true,
      [fields.created]: [],
      [fields.value]: 4711,
    };
    return answerList(settings, c, [record]);
  },
} satisfies Record<string, Hostile>;

export function isHostile(kind: Fault['kind']): kind is keyof typeof HOSTILE {
  return Object.hasOwn(HOSTILE, kind);
}
