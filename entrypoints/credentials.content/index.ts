import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { copyText } from '../../utils/browser/copy-text';
import { t } from '../../utils/browser/i18n';
import { send } from '../../utils/messages';
import { attachCopyButtons } from '../../utils/page/buttons/attach';
import { requestedAddresses } from '../../utils/page/read/requested-addresses';
import { pageSettings } from '../../utils/stored/content-settings';

/** A page can get this script twice, by registration and by injection into open tabs. Only one runs. */
const world = globalThis as { credentialsStarted?: boolean };

export default defineContentScript({
  registration: 'runtime',
  // The message would reveal to the page which extension this is.
  noScriptStartedPostMessage: true,
  async main(ctx) {
    if (world.credentialsStarted) return;
    world.credentialsStarted = true;
    // The registration can outlive the connection to the portal.
    const { origin } = location;
    let settings = await pageSettings(origin);
    world.credentialsStarted = settings.connected;
    if (!settings.connected || ctx.isInvalid) return;

    browser.storage.onChanged.addListener(async () => {
      settings = await pageSettings(origin);
    });
    let reported = '';
    attachCopyButtons(document, {
      signal: ctx.signal,
      words: t,
      copy: copyText,
      async keep(value, name) {
        if (!(await send('keep', { value, name }))) throw new Error();
      },
      keepMinutes: () => settings.waitMinutes,
      onCopied: (isSecret) =>
        void send('copiedOnPage', { what: isSecret ? 'secret' : 'other' }).catch(() => {}),
      // Nothing here depends on these messages: they help the popup later.
      onEndpoint: (endpoint) => void send('endpointSeen', { endpoint }).catch(() => {}),
      onRecognised() {
        const addresses = requestedAddresses(performance.getEntriesByType('resource'), origin);
        const list = addresses.join();
        if (list === reported) return;
        reported = list;
        void send('requestsSeen', { addresses }).catch(() => {});
      },
    });
  },
});
