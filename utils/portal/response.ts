import { isRecord } from '../record';
import { PortalError, type Problem, type ProblemKind } from './errors';

const KIND_OF_STATUS: Record<number, ProblemKind> = {
  401: 'signed-out',
  403: 'forbidden',
  404: 'not-found',
  410: 'not-found',
  429: 'rate-limited',
};

/**
 * Reads an answer's text as JSON.
 * @returns `null` for an empty text, as a 204 has
 * @throws PortalError `unrecognised` if it is not JSON
 */
export function readJson(text: string): unknown {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    throw new PortalError({ kind: 'unrecognised' });
  }
}

/**
 * Finds the problem in an answer. The portal's documentation has `{ errors: [{ code | errorCode,
 * message }] }` with any status, including 200, and a sign-in page may come with 200 after a redirect.
 * @param response its status, headers and address; its body is not read
 * @param text its body
 * @param origin the origin to which the request was sent
 * @param writes whether it asked for a change, which may have happened before a redirect
 * @returns the problem, or `undefined` if there is none
 */
export function problemOfResponse(
  response: Response,
  text: string,
  origin: string,
  writes: boolean,
): Problem | undefined {
  const { status } = response;
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    return { kind: writes ? 'unknown-outcome' : 'signed-out' };
  }
  if (response.url && new URL(response.url).origin !== origin) return { kind: 'signed-out' };
  const detail = portalMessage(text);
  const message = detail === undefined ? {} : { detail };
  if (!response.ok) {
    const kind = KIND_OF_STATUS[status] ?? (status >= 500 ? 'server-error' : 'rejected');
    return { kind, status, ...message, ...retryAfter(response) };
  }
  if (detail !== undefined) return { kind: 'rejected', status, detail };
  if (looksLikeHtml(text)) {
    return { kind: looksLikeSignIn(text) ? 'signed-out' : 'unrecognised', status };
  }
  return undefined;
}

function portalMessage(text: string): string | undefined {
  if (!text.includes('"errors"')) return undefined;
  try {
    const body: unknown = JSON.parse(text);
    if (!isRecord(body) || !Array.isArray(body.errors) || body.errors.length === 0)
      return undefined;
    return body.errors
      .map((error: unknown) => (isRecord(error) ? error.message : error))
      .filter((message) => typeof message === 'string')
      .join(' ');
  } catch {
    return undefined;
  }
}

/** `Retry-After` is a number of seconds or a date (RFC 9110, 10.2.3). */
function retryAfter(response: Response): { retryAfter?: number } {
  const header = response.headers.get('retry-after');
  if (!header) return {};
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return seconds > 0 ? { retryAfter: Math.ceil(seconds) } : {};
}

const looksLikeHtml = (text: string) => /^\s*</.test(text);
const looksLikeSignIn = (text: string) => /type=["']?password/i.test(text);
