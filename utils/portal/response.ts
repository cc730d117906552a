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
 * Reads a portal's answer. The portal's documentation has `{ errors: [{ code | errorCode, message }] }`
 * with any status, including 200, and a sign-in page may come with 200 after a redirect.
 * @param response its status, headers and address; its body is not read
 * @param text its body
 * @param origin the origin to which the request was sent
 * @param writes whether it asked for a change, which may have happened before a redirect
 * @returns the answer's JSON, or `null` for an empty body, as a 204 has
 * @throws PortalError with the problem in the answer; `unrecognised` if it is not JSON
 */
export function readAnswer(
  response: Response,
  text: string,
  origin: string,
  writes: boolean,
): unknown {
  const { status } = response;
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    throw new PortalError({ kind: writes ? 'unknown-outcome' : 'signed-out' });
  }
  if (response.url && new URL(response.url).origin !== origin) {
    throw new PortalError({ kind: 'signed-out' });
  }
  const body = parse(text);
  const detail = errorMessage(body);
  if (!response.ok || detail) {
    const kind = KIND_OF_STATUS[status] ?? (status >= 500 ? 'server-error' : 'rejected');
    throw new PortalError({ kind, status, ...detail, ...(!response.ok && retryAfter(response)) });
  }
  if (looksLikeHtml(text)) {
    throw new PortalError({ kind: looksLikeSignIn(text) ? 'signed-out' : 'unrecognised', status });
  }
  if (body === undefined) throw new PortalError({ kind: 'unrecognised' });
  return body;
}

/** Returns `undefined` for text that is not JSON. */
function parse(text: string): unknown {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text, exactly as Reviver);
  } catch {
    return undefined;
  }
}

type Reviver = (this: unknown, name: string, value: unknown) => unknown;

/**
 * Keeps an integer that a number would round, such as a 64-bit id, as its digits: two ids that differ in the
 * last digit are two keys (JSON.parse source text access, ECMAScript 2026).
 */
function exactly(_name: string, value: unknown, { source = '' }: { source?: string } = {}) {
  const isRounded = typeof value === 'number' && !Number.isSafeInteger(value);
  return isRounded && /^-?\d+$/.test(source) ? source : value;
}

/** Returns nothing if the answer has no errors; the message may be empty. */
function errorMessage(body: unknown): Pick<Problem, 'detail'> | undefined {
  if (!isRecord(body) || !Array.isArray(body.errors) || body.errors.length === 0) return undefined;
  const messages = body.errors.map((error: unknown) => (isRecord(error) ? error.message : error));
  return { detail: messages.filter((message) => typeof message === 'string').join(' ') };
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
