import { defineContentScript } from 'wxt/utils/define-content-script';
import { copyText } from '../../utils/clipboard';
import { t } from '../../utils/i18n';
import { send } from '../../utils/messages';
import { attachCopyButtons } from '../../utils/page/attach';
import { portals } from '../../utils/settings';

/** A registration can outlive the connection it was made for. */
async function isConnected(origin: string): Promise<boolean> {
  return (await portals.getValue()).some((portal) => portal.origin === origin);
}

export default defineContentScript({
  registration: 'runtime',
  async main(ctx) {
    if (!(await isConnected(location.origin)) || ctx.isInvalid) return;
    attachCopyButtons(document, {
      signal: ctx.signal,
      texts: {
        copyEndpoint: t('copyEndpoint'),
        copyKey: t('copyKey'),
        copied: t('copied'),
        copyFailed: t('copyFailed'),
        copyLabel: (text) => t('copyLabel', text),
      },
      copy: copyText,
      // The popup can show it later; nobody waits for it here.
      onEndpoint: (endpoint) => void send('endpointSeen', { endpoint }).catch(() => {}),
    });
  },
});
