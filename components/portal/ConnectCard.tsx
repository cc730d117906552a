import { t } from '../../utils/browser/i18n';

interface Props {
  /** the origin of the page in the active tab; `null` when it is not a web page */
  origin: string | null;
  /** whether that page looks like a portal's */
  recognised: boolean;
  /** whether no portal is connected yet */
  first: boolean;
  onConnect(origin: string): void;
  onAddress(): void;
}

/** Offers to connect the page in the active tab: prominently when it looks like a portal's, discreetly otherwise. */
export function ConnectCard({ origin, recognised, first, onConnect, onAddress }: Props) {
  if (!origin && !first) return null;
  return (
    <section class={first ? 'connect' : `connect-more${recognised ? ' recognised' : ''}`}>
      {first && <h1>{t('connectTitle')}</h1>}
      {origin ? (
        <>
          <p>{t(recognised ? 'connectRecognised' : 'connectAsk', new URL(origin).host)}</p>
          <button
            type="button"
            class={recognised ? 'button primary' : first ? 'button' : 'link'}
            onClick={() => onConnect(origin)}
          >
            {t('connectThis')}
          </button>
        </>
      ) : (
        <p>{t('connectElsewhere')}</p>
      )}
      {first && (
        <>
          <button type="button" class={origin ? 'link' : 'button primary'} onClick={onAddress}>
            {t('addByAddress')}
          </button>
          <p class="hint">{t('connectWhy')}</p>
        </>
      )}
    </section>
  );
}
