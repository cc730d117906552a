import { type CsrfPair, csrfHeaders } from './portal/csrf';
import { mayRelay, type RelayKnowledge } from './portal/relay-rule';
import { isRecord } from './record';
import type { RelayedAnswer, RelayedRequest } from './relay';

/** What the tab knows of its portal. */
interface TabKnowledge extends RelayKnowledge {
  /** how it protects itself against forged requests */
  csrf: readonly CsrfPair[];
}

/**
 * Sends a request for the extension from the portal's own page, for sessions that only this tab has.
 * It stays with this portal's keys.
 * @param message what the extension asks
 * @param know what is known of the place of the keys at the moment
 * @returns the portal's answer, `null` when it may not be sent, or `undefined` when the message is none
 */
export function relayRequest(
  message: unknown,
  know: () => Promise<TabKnowledge>,
): Promise<RelayedAnswer | null> | undefined {
  if (!isRecord(message) || !isRequest(message.relay)) return undefined;
  return relay(message.relay, know);
}

function isRequest(request: unknown): request is RelayedRequest {
  return (
    isRecord(request) &&
    typeof request.method === 'string' &&
    typeof request.path === 'string' &&
    (request.body === null || typeof request.body === 'string')
  );
}

async function relay(
  { method, path, body }: RelayedRequest,
  know: () => Promise<TabKnowledge>,
): Promise<RelayedAnswer | null> {
  const url = new URL(path, location.origin);
  if (url.origin !== location.origin) return null;
  const { csrf: pairs, ...known } = await know();
  if (!mayRelay(method, url.pathname, known)) return null;
  const writes = method !== 'GET';
  const response = await fetch(url, {
    method,
    body,
    cache: 'no-store',
    credentials: 'include',
    redirect: writes ? 'manual' : 'follow',
    headers: {
      accept: 'application/json',
      ...(body === null ? {} : { 'content-type': 'application/json' }),
      ...(writes ? await csrfHeaders(pairs, async (name) => cookie(name)) : {}),
    },
  });
  return {
    status: response.status || 302,
    contentType: response.headers.get('content-type') ?? '',
    retryAfter: response.headers.get('retry-after') ?? '',
    text: await response.text(),
    redirected: response.type === 'opaqueredirect' || new URL(response.url).origin !== url.origin,
  };
}

function cookie(name: string): string | null {
  const found = document.cookie.split('; ').find((each) => each.startsWith(`${name}=`));
  return found?.slice(name.length + 1) ?? null;
}
