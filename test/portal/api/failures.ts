import type { Context, MiddlewareHandler } from 'hono';
import { isObject } from '../checks.ts';
import type { PortalSettings } from '../settings.ts';
import type { PortalEnv, PortalState } from '../state.ts';
import { spellAll } from './spelling.ts';

/** A failure as the rest of the portal answers it. */
interface Failure {
  status: number;
  /** The documented body, with a numeric code. */
  body: unknown;
  html: string;
}

type Tell = (failure: Failure, settings: PortalSettings) => Response;

const page = (title: string) =>
  `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;

const asHtml = (body: string, status: number) =>
  new Response(body, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });

const STYLES: Record<PortalSettings['errorStyle'], Tell> = {
  code: ({ status, body }) => Response.json(body, { status }),
  errorCode: ({ status, body }, settings) =>
    Response.json(spellAll(settings, withErrorCode(body)), { status }),
  status200: ({ body }) => Response.json(body),
  html: ({ status, html }) => asHtml(html, status),
  empty: ({ status }) => new Response(null, { status }),
};

// The style of failures applies to a missing session only if that is answered with JSON.
const json: Tell = (failure, settings) =>
  STYLES[settings.errorStyle === 'errorCode' ? 'errorCode' : 'code'](failure, settings);

const SIGNED_OUT: Record<PortalSettings['signedOutAs'], (origin: string) => Tell> = {
  '401-json': () => json,
  '401-html': () => () => asHtml(page('Unauthorized'), 401),
  '401-empty': () => () => new Response(null, { status: 401 }),
  '403': () => (failure, settings) => json({ ...failure, status: 403 }, settings),
  'login-redirect': (origin) => () => Response.redirect(`${origin}/login`, 302),
};

/** Rewrites every failure of the API in this portal's style. */
export function rewriteFailures(state: PortalState): MiddlewareHandler<PortalEnv> {
  return async (c, next) => {
    await next();
    if (c.res.status < 400) return;
    const response = await inStyle(state, c);
    for (const name of ['allow', 'vary']) {
      const value = c.res.headers.get(name);
      if (value !== null) response.headers.set(name, value);
    }
    // Assigning would merge the headers and keep the old content type.
    c.res = undefined;
    c.res = response;
  };
}

async function inStyle({ settings, origins }: PortalState, c: Context<PortalEnv>) {
  const { status } = c.res;
  const body: unknown = await c.res.clone().json();
  const failure = { status, body, html: page(`Error ${status}`) };
  const rewrite = c.get('signedOut')
    ? SIGNED_OUT[settings.signedOutAs](origins.page)
    : STYLES[settings.errorStyle];
  // A redirect's headers are immutable; those of a copy are not.
  const answer = rewrite(failure, settings);
  return new Response(answer.body, answer);
}

/** The form some clients of the real API read: `errorCode`, as a string. */
function withErrorCode(body: unknown): unknown {
  if (!isObject(body) || !Array.isArray(body.errors)) return body;
  return {
    errors: body.errors.map(({ code, ...rest }) => ({ errorCode: String(code), ...rest })),
  };
}
