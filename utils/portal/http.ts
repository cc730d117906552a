import ky, { type KyInstance } from 'ky';
import { PortalError } from './errors';
import { readAnswer } from './response';

/** How long to wait for an answer to a read, and to a change; milliseconds. */
const READ_TIMEOUT = 10_000;
const WRITE_TIMEOUT = 20_000;

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** Sends requests to one portal, with its session cookie. */
export interface Http {
  /**
   * Sends one request.
   * @param path a path on the API's host, or a URL on that host or the portal's
   * @param body what to send as JSON
   * @returns the answer's JSON, or `null` for an empty answer
   * @throws PortalError; `unknown-outcome` if a change was sent and no answer came, `unrecognised`
   *   before anything is sent if the URL is on another host
   */
  request(method: Method, path: string, body?: unknown): Promise<unknown>;
}

/**
 * Creates the only way for the extension to send requests to a portal. Nothing is cached on disk. Only
 * reads are tried again, once, after a lost connection: a second POST could create a second key.
 * @param api the API's origin, such as `https://portal.example.com`
 * @param fetch sends the requests, and so decides which session they carry
 * @param writeHeaders returns the headers that the portal expects with a change
 * @param portal the portal's own origin, if the API has another one
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
    // A redirect may lead to a host that the person never connected, a sign-in page for one.
    redirect: 'manual',
    hooks: {
      beforeRequest: [
        async ({ request }) => {
          if (request.method === 'GET') return;
          for (const [name, value] of Object.entries(await writeHeaders())) {
            request.headers.set(name, value);
          }
        },
      ],
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
      ...(body === undefined ? {} : { json: body }),
    });
    return readAnswer(response, await readText(response), url.origin, writes);
  } catch (thrown) {
    if (thrown instanceof PortalError) throw thrown;
    if (!writes) throw new PortalError({ kind: signal.aborted ? 'time-out' : 'unreachable' });
    // A lost connection is a TypeError. If we stopped waiting, the portal may still be at work.
    const stopped = thrown instanceof DOMException;
    throw new PortalError({ kind: 'unknown-outcome', ...(stopped && { pending: true }) });
  }
}

/** No list of keys comes near this size; reading on would only fill the memory. */
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
