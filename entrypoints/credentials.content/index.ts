import { defineContentScript } from 'wxt/utils/define-content-script';
import { copyText } from '../../utils/clipboard';
import { t } from '../../utils/i18n';
import { send } from '../../utils/messages';
import { attachCopyButtons } from '../../utils/page/attach';
import { inspect, keyNames } from '../../utils/page/inspect';
import { answerExtension } from '../../utils/page-messages';
import { relayRequest } from '../../utils/page-relay';
import { requestedPaths } from '../../utils/page-requests';
import { csrfPairs } from '../../utils/portal/csrf';
import { isRecord } from '../../utils/record';
import { discoveries, portals } from '../../utils/settings';

/** Both the registration and the injection into open tabs can reach one page: the first one stays. */
const world = globalThis as { credentialsStarted?: boolean };

async function thisPortal() {
  return (await portals.getValue()).find(({ origin }) => origin === location.origin);
}

export default defineContentScript({
  registration: 'runtime',
  // The message would tell the page which extension this is.
  noScriptStartedPostMessage: true,
  async main(ctx) {
    if (world.credentialsStarted) return;
    world.credentialsStarted = true;
    // A registration can outlive the connection it was made for.
    world.credentialsStarted = Boolean(await thisPortal());
    if (!world.credentialsStarted || ctx.isInvalid) return;

    const know = async () => {
      const [portal, all] = await Promise.all([thisPortal(), discoveries.getValue()]);
      const { routes, seen = [], documented = [] } = all[location.origin] ?? {};
      return {
        routes,
        candidates: [...seen, ...documented, portal?.keysPath ?? ''],
        csrf: csrfPairs(portal?.csrfCookie, portal?.csrfHeader),
      };
    };
    answerExtension(
      (message) =>
        isRecord(message) && message.inspect === true
          ? Promise.resolve({ report: inspect(document.body), names: keyNames(document.body) })
          : relayRequest(message, know),
      ctx.signal,
    );

    let reported = '';
    attachCopyButtons(document, {
      signal: ctx.signal,
      words: t,
      copy: copyText,
      // Nobody waits for these here: the popup makes use of them later.
      onEndpoint: (endpoint) => void send('endpointSeen', { endpoint }).catch(() => {}),
      onRecognised() {
        const paths = requestedPaths(performance.getEntriesByType('resource'), location.origin);
        if (paths.join() === reported) return;
        reported = paths.join();
        void send('requestsSeen', { paths }).catch(() => {});
      },
    });
  },
});
