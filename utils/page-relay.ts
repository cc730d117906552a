import { browser } from 'wxt/browser';
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
 * Sends requests for the extension from the portal's own page, for sessions that only this tab has.
 * It listens to the extension alone, and stays with this portal's keys.
 * @param know what is known of their place at the moment
 * @param signal ends it
 */
export function relayForExtension(know: () => Promise<TabKnowledge>, signal: AbortSignal): void {
  const answer: Parameters<typeof browser.runtime.onMessage.addListener>[0] = (
    message: unknown,
    { id, url },
    respond: (answer: RelayedAnswer | null) => void,
  ) => {
    const own = id === browser.runtime.id && url?.startsWith(browser.runtime.getURL(''));
    if (!own || !isRecord(message) || !isRequest(message.relay)) return undefined;
    relay(message.relay, know).then(respond, () => respond(null));
    return true;
  };
  browser.runtime.onMessage.addListener(answer);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(answer));
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
