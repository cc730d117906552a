import ky, { type KyInstance } from 'ky';
import { PortalError } from './errors';
import { problemOfResponse, readJson } from './response';

/** How long a person waits for a reading request, and for one that changes something; milliseconds. */
const READ_TIMEOUT = 10_000;
const WRITE_TIMEOUT = 20_000;

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** Requests to one portal, carrying its session cookie. */
export interface Http {
  /**
   * Sends one request and gives the answer's JSON, or `null` for an empty answer.
   * @param path a path on the API's host, or a URL on it or on the portal's
   * @throws PortalError with the problem; `unknown-outcome` when a change was sent and no answer came
   */
  request(method: Method, path: string, body?: unknown): Promise<unknown>;
}

/**
 * Makes the one way in which the extension talks to a portal.
 * Nothing is cached on disk, and only reading is ever tried again: a second POST could make a second key.
 * @param api the API's host, such as `https://portal.example.com`
 * @param fetch what sends the requests, in which session
 * @param writeHeaders gives headers that the portal wants with a change
 * @param portal the portal's own host, where the API has another one
 */
export function createHttp(
  api: string,
  fetch: typeof globalThis.fetch = globalThis.fetch,
  writeHeaders: () => Promise<Record<string, string>> = async () => ({}),
  portal = api,
): Http {
  const instance = ky.create({
    fetch: (input, init) => fetch(input, init),
    cache: 'no-store',
    credentials: 'include',
    headers: { accept: 'application/json' },
    retry: { limit: 1, methods: ['get'], delay: () => 300 },
    throwHttpErrors: false,
    hooks: {
      beforeRequest: [
        async ({ request }) => {
          if (request.method === 'GET') return;
          for (const [name, value] of Object.entries(await writeHeaders())) {
            request.headers.set(name, value);
          }
        },
      ],
      // A portal whose session has ended may lead to a sign-in page on another host, where the browser lets
      // nobody follow: the second time, being led away is an answer.
      beforeRetry: [({ request }) => new Request(request, { redirect: 'manual' })],
    },
    timeout: false,
  });
  return {
    async request(method, path, body) {
      const url = new URL(path, api);
      if (url.origin !== api && url.origin !== portal)
        throw new PortalError({ kind: 'unrecognised', detail: url.origin });
      return send(instance, method, url, body);
    },
  };
}

async function send(instance: KyInstance, method: Method, url: URL, body: unknown) {
  const writes = method !== 'get';
  const signal = AbortSignal.timeout(writes ? WRITE_TIMEOUT : READ_TIMEOUT);
  try {
    const response = await instance(url, {
      method,
      signal,
      // A redirected change would be a change nobody asked for.
      redirect: writes ? 'manual' : 'follow',
      ...(body === undefined ? {} : { json: body }),
    });
    const text = await readText(response);
    const problem = problemOfResponse(response, text, url.origin, writes);
    if (problem) throw new PortalError(problem);
    return readJson(text);
  } catch (thrown) {
    if (thrown instanceof PortalError) throw thrown;
    if (!writes) throw new PortalError({ kind: signal.aborted ? 'time-out' : 'unreachable' });
    // What breaks by itself is a TypeError; what was broken off may still reach the portal.
    const brokenOff = thrown instanceof DOMException;
    throw new PortalError({ kind: 'unknown-outcome', ...(brokenOff && { pending: true }) });
  }
}

/** No list of keys comes near this size; more would only fill the memory. */
const MAX_BYTES = 8 * 1024 * 1024;

async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  const reader = response.body?.getReader();
  let text = '';
  let bytes = 0;
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > MAX_BYTES) {
      await reader.cancel();
      throw new PortalError({ kind: 'unrecognised', status: response.status });
    }
    text += decoder.decode(value, { stream: true });
  }
  return text + decoder.decode();
}
