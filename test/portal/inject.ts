import { setTimeout as wait } from 'node:timers/promises';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, MiddlewareHandler, Next } from 'hono';
import { errors } from './api/envelope.ts';
import { type Fault, takeFaults } from './faults.ts';
import { HOSTILE, isHostile } from './hostile.ts';
import type { PortalEnv, PortalState } from './state.ts';

type Injector = (c: Context<PortalEnv>, next: Next, fault: Fault) => Promise<Response | undefined>;

const MESSAGES: Record<number, string> = {
  403: 'The request is not permitted.',
  429: 'Too many requests.',
};

type OnTheWay = Exclude<Fault['kind'], 'latency' | keyof typeof HOSTILE>;

const INJECTORS: Record<OnTheWay, Injector> = {
  async drop(c, next, fault) {
    await change(next, fault);
    c.set('dropped', true);
    c.env.incoming.socket.destroy();
    return RESPONSE_ALREADY_SENT;
  },
  async status(_c, next, fault) {
    await change(next, fault);
    const status = fault.status ?? 503;
    const response = errors(status, status * 10, MESSAGES[status] ?? 'Something went wrong.');
    if (fault.retryAfter !== undefined) {
      response.headers.set('retry-after', String(fault.retryAfter));
    }
    return response;
  },
  async html(c, next, fault) {
    await change(next, fault);
    return c.html('<!doctype html><title>Maintenance</title><h1>Back soon</h1>', 200);
  },
  async truncated(c, next) {
    await next();
    const body = await c.res.text();
    return new Response(body.slice(0, Math.floor(body.length / 2)) || null, {
      status: c.res.status,
      headers: { 'content-type': c.res.headers.get('content-type') ?? 'application/json' },
    });
  },
  async hang(c, next, fault) {
    await change(next, fault);
    c.set('dropped', true);
    // Ends when the client gives up, or when the portal closes its connections.
    await new Promise((resolve) => c.env.incoming.socket.once('close', resolve));
    return RESPONSE_ALREADY_SENT;
  },
};

/** Makes the API misbehave according to the live list of faults. */
export function injectFaults(state: PortalState): MiddlewareHandler<PortalEnv> {
  return async (c, next) => {
    const hits = takeFaults(state.faults, c.req.method, c.req.path);
    for (const fault of hits) {
      if (fault.kind === 'latency') await delay(c, fault);
      else if (isHostile(fault.kind)) {
        await change(next, fault);
        return settle(c, HOSTILE[fault.kind](state, c, fault));
      } else return settle(c, await INJECTORS[fault.kind](c, next, fault));
    }
    await next();
    return undefined;
  };
}

/** Reads the body first, because a slow portal finishes a request even when the client has gone. */
async function delay(c: Context<PortalEnv>, { ms = 1000 }: Fault): Promise<void> {
  const { raw } = c.req;
  if (raw.body) c.req.raw = new Request(raw.url, { ...described(raw), body: await raw.text() });
  await wait(ms, undefined, { ref: false });
}

const described = ({ method, headers }: Request) => ({ method, headers });

async function change(next: Next, fault: Fault): Promise<void> {
  if (fault.after) await next();
}

/** After next() an answer exists; only assignment replaces it. */
function settle(c: Context<PortalEnv>, response: Response | undefined): Response | undefined {
  if (!c.finalized) return response;
  c.res = undefined;
  c.res = response;
  return undefined;
}
