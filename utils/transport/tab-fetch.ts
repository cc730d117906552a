import { runInTab } from '../browser/run-in-tab';
import { isRecord } from '../record';

/** A request that an open tab of the portal sends, with its own session. */
interface RelayedRequest {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: string | null;
  redirect: RequestRedirect;
}

/** The part of the response that the extension needs. */
interface RelayedAnswer {
  status: number;
  contentType: string;
  retryAfter: string;
  text: string;
  /** whether a redirect was not followed, or led to another host, such as a sign-in page */
  redirected: boolean;
}

/**
 * Returns a `fetch` that sends its requests from an open tab, for sessions that only tabs have. It rejects
 * with a `TypeError`, as `fetch` does, if a request is not allowed, or a read got no response, for example
 * because the tab was closed. A change without a response rejects with an `AbortError`: it may have been sent.
 * @param origin the portal's; a tab that has moved on to another site sends nothing
 * @param isAllowed whether a request may be sent this way
 */
export function fetchThrough(
  tabId: number,
  origin: string,
  isAllowed: (method: string, url: URL) => Promise<boolean>,
): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { url, method, redirect } = request;
    if (!(await isAllowed(method, new URL(url)))) throw new TypeError('Not a request about keys');
    const relayed = {
      url,
      method,
      redirect,
      headers: Object.fromEntries(request.headers),
      body: method === 'GET' ? null : await request.text(),
    };
    const { signal } = request;
    signal.throwIfAborted();
    const answer = await new Promise((resolve, reject) => {
      // The tab cannot be told to stop, so this only stops waiting for it.
      signal.onabort = () => reject(signal.reason);
      void runInTab(tabId, sendFromPage, origin, relayed).then(resolve);
    });
    if (!isAnswer(answer)) throw noAnswer(method);
    // Whoever reads the response decides what a redirect means.
    if (answer.redirected) return new Response(null, { status: 302 });
    const hasBody = ![204, 205, 304].includes(answer.status);
    return new Response(hasBody ? answer.text : null, {
      status: answer.status,
      headers: { 'content-type': answer.contentType, 'retry-after': answer.retryAfter },
    });
  };
}

/**
 * A read may be tried again, as after a lost connection: the page may only have been replaced under it. By this
 * message ky knows a lost connection.
 */
const noAnswer = (method: string): Error =>
  method === 'GET'
    ? new TypeError('Failed to fetch')
    : new DOMException('The tab returned no response', 'AbortError');

/** Runs in the tab, so it must not refer to anything outside itself. */
async function sendFromPage(
  origin: string,
  { url, ...options }: RelayedRequest,
): Promise<RelayedAnswer | null> {
  if (location.origin !== origin) return null;
  const response = await fetch(url, { ...options, cache: 'no-store', credentials: 'include' });
  return {
    status: response.status || 302,
    contentType: response.headers.get('content-type') ?? '',
    retryAfter: response.headers.get('retry-after') ?? '',
    text: await response.text(),
    redirected:
      response.type === 'opaqueredirect' || new URL(response.url).origin !== new URL(url).origin,
  };
}

function isAnswer(answer: unknown): answer is RelayedAnswer {
  return (
    isRecord(answer) &&
    typeof answer.status === 'number' &&
    answer.status >= 200 &&
    answer.status <= 599 &&
    typeof answer.text === 'string' &&
    typeof answer.contentType === 'string' &&
    typeof answer.retryAfter === 'string'
  );
}
