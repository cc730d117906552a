import { browser } from 'wxt/browser';
import { isRecord } from './record';

/** A request that an open tab of the portal is asked to send, in the tab's own session. */
export interface RelayedRequest {
  method: string;
  /** on the tab's own origin */
  path: string;
  body: string | null;
}

/** The tab's answer, as far as the extension needs it. */
export interface RelayedAnswer {
  status: number;
  contentType: string;
  retryAfter: string;
  text: string;
  /** whether the portal led elsewhere, to its sign-in page for one */
  redirected: boolean;
}

/**
 * Gives a `fetch` that sends its requests through an open tab. The tab decides whether it sends them.
 * @throws TypeError as `fetch` does, when the tab is gone or will not send
 */
export function fetchThrough(tabId: number): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { pathname, search } = new URL(request.url);
    const body = request.method === 'GET' ? null : await request.text();
    const relay: RelayedRequest = { method: request.method, path: pathname + search, body };
    const answer: unknown = await browser.tabs
      .sendMessage(tabId, { relay }, { frameId: 0 })
      .catch(() => null);
    if (!isAnswer(answer)) throw new TypeError('The tab did not answer');
    // What being led away means is decided where all answers are read.
    if (answer.redirected) return new Response(null, { status: 302 });
    const hasBody = ![204, 205, 304].includes(answer.status);
    return new Response(hasBody ? answer.text : null, {
      status: answer.status,
      headers: { 'content-type': answer.contentType, 'retry-after': answer.retryAfter },
    });
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
