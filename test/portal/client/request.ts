/// <reference lib="dom" />
import { config } from './config.ts';
import { toSignIn } from './sign-in.ts';

/** An answer with its parsed JSON. */
export interface Answer {
  status: number;
  body: unknown;
}

/** Sends a request the way this portal expects; rejects unless it succeeds. */
export async function request(method: string, address: string, body?: object): Promise<Answer> {
  const url = new URL(address, location.origin);
  if (config.orgId !== null) url.searchParams.set('org_id', config.orgId);
  const response = await send(url, {
    method,
    credentials: config.apiOrigin === '' ? 'same-origin' : 'include',
    headers: { ...(body && { 'content-type': 'application/json' }), ...session(), ...token() },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (isSignedOut(response)) return toSignIn();
  if (!response.ok) throw new Error(`${method} answered ${response.status}`);
  const read: unknown = response.status === 204 ? undefined : await response.json();
  if (isFailure(read)) throw new Error(`${method} answered errors`);
  return { status: response.status, body: read };
}

/** Whether an answer reports errors; some portals do so with status 200. */
export function isFailure(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'errors' in body;
}

async function send(url: URL, options: RequestInit): Promise<Response> {
  try {
    return await fetch(url, options);
  } catch (error) {
    // A browser does not follow an API's redirect to a sign-in page on another origin.
    if (config.signedOutAs === 'login-redirect' && config.apiOrigin !== '') return toSignIn();
    throw error;
  }
}

function isSignedOut(response: Response): boolean {
  const { status, redirected, url } = response;
  if (redirected && new URL(url).pathname === '/login') return true;
  return status === 401 || (status === 403 && config.signedOutAs === '403');
}

function session(): Record<string, string> {
  return config.session === null ? {} : { authorization: `Bearer ${config.session}` };
}

/** The token that a request has to repeat, from its cookie. */
function token(): Record<string, string> {
  if (config.csrf === null) return {};
  const { cookie, header } = config.csrf;
  const entry = document.cookie.split('; ').find((each) => each.startsWith(`${cookie}=`));
  return { [header]: entry?.slice(cookie.length + 1) ?? '' };
}
