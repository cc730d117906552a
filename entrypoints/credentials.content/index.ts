import { defineContentScript } from 'wxt/utils/define-content-script';
import { copyText } from '../../utils/clipboard';
import { isConnected } from '../../utils/connected';
import { t } from '../../utils/i18n';
import { send } from '../../utils/messages';
import { attachCopyButtons } from '../../utils/page/attach';
import { requestedAddresses } from '../../utils/page-requests';
import { preferences } from '../../utils/preferences';

/** Both the registration and the injection into open tabs can reach one page: the first one stays. */
const world = globalThis as { credentialsStarted?: boolean };

export default defineContentScript({
  registration: 'runtime',
  // The message would tell the page which extension this is.
  noScriptStartedPostMessage: true,
  async main(ctx) {
    if (world.credentialsStarted) return;
    world.credentialsStarted = true;
    // A registration can outlive the connection it was made for.
    const connected = await isConnected(location.origin);
    world.credentialsStarted = connected;
    if (!connected || ctx.isInvalid) return;

    let { waitMinutes } = await preferences.getValue();
    preferences.watch((next) => {
      waitMinutes = next.waitMinutes;
    });
    let reported = '';
    attachCopyButtons(document, {
      signal: ctx.signal,
      words: t,
      copy: copyText,
      async keep(value, name) {
        if (!(await send('keep', { value, name }))) throw new Error('It was not taken');
      },
      keepMinutes: () => waitMinutes,
      // Nobody waits for these here: the popup makes use of them later.
      onEndpoint: (endpoint) => void send('endpointSeen', { endpoint }).catch(() => {}),
      onRecognised() {
        const addresses = requestedAddresses(
          performance.getEntriesByType('resource'),
          location.origin,
        );
        if (addresses.join() === reported) return;
        reported = addresses.join();
        void send('requestsSeen', { addresses }).catch(() => {});
      },
    });
  },
});
