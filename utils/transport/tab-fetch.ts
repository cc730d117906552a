import { runInTab } from '../browser/run-in-tab';
import { isRecord } from '../record';

/** A request that an open tab of the portal sends in its own session. */
interface RelayedRequest {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: string | null;
  redirect: RequestRedirect;
}

/** The tab's answer, as far as the extension needs it. */
interface RelayedAnswer {
  status: number;
  contentType: string;
  retryAfter: string;
  text: string;
  /** whether the portal led elsewhere, to its sign-in page for one */
  redirected: boolean;
}

/**
 * Gives a `fetch` that sends its requests from an open tab, for sessions that only this tab has.
 * @param origin the portal; a tab that has gone on to another site sends nothing
 * @param may tells whether a request may be sent so
 * @throws TypeError as `fetch` does, when the request may not be sent, and an `AbortError` when the tab is
 * gone before it answered: what it has sent is on its way all the same
 */
export function fetchThrough(
  tabId: number,
  origin: string,
  may: (method: string, url: URL) => Promise<boolean>,
): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { url, method, redirect } = request;
    if (!(await may(method, new URL(url)))) throw new TypeError('Not a request about keys');
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
      // Nobody can tell a tab to stop, so it is waited for no longer.
      signal.onabort = () => reject(signal.reason);
      void runInTab(tabId, sendFromPage, origin, relayed).then(resolve);
    });
    if (!isAnswer(answer)) throw new DOMException('No answer', 'AbortError');
    // What being led away means is decided where all answers are read.
    if (answer.redirected) return new Response(null, { status: 302 });
    const hasBody = ![204, 205, 304].includes(answer.status);
    return new Response(hasBody ? answer.text : null, {
      status: answer.status,
      headers: { 'content-type': answer.contentType, 'retry-after': answer.retryAfter },
    });
  };
}

/** Runs in the tab, so it refers to nothing outside of itself. */
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
