import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { copyText } from '../../utils/clipboard';
import { t } from '../../utils/i18n';
import { send } from '../../utils/messages';
import { attachCopyButtons } from '../../utils/page/attach';
import { isRecord } from '../../utils/record';

/**
 * A registration can outlive the connection it was made for. The storage is read without the
 * settings' own reader, which would make this script half as large again on every page.
 */
async function isConnected(origin: string): Promise<boolean> {
  const { portals } = await browser.storage.local.get('portals');
  return (
    Array.isArray(portals) && portals.some((entry) => isRecord(entry) && entry.origin === origin)
  );
}

export default defineContentScript({
  registration: 'runtime',
  // The message would tell the page which extension this is.
  noScriptStartedPostMessage: true,
  async main(ctx) {
    if (!(await isConnected(location.origin)) || ctx.isInvalid) return;
    attachCopyButtons(document, {
      signal: ctx.signal,
      texts: {
        copyEndpoint: t('copyEndpoint'),
        copyKey: t('copyKey'),
        copied: t('copied'),
        copyFailed: t('copyFailed'),
        // After an update of the extension this script lives on without its texts; asking ends it.
        copyLabel: (text) => (ctx.isInvalid ? text : t('copyLabel', text)),
      },
      copy: copyText,
      // The popup can show it later; nobody waits for it here.
      onEndpoint: (endpoint) => void send('endpointSeen', { endpoint }).catch(() => {}),
    });
  },
});
