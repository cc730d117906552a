import { Link, RefreshCw, Settings, SquareArrowOutUpRight } from 'lucide';
import { t } from '../../utils/browser/i18n';
import type { SessionState } from '../../utils/keys/key-list';
import type { Portal } from '../../utils/stored/portals';
import { announce } from '../common/announce';
import { CopyButton } from '../common/CopyButton';
import { IconButton } from '../common/IconButton';

interface Props {
  portals: Portal[];
  portal: Portal;
  session: SessionState;
  userName: string | null;
  endpoint: string | null;
  loading: boolean;
  onEndpointCopied(): void;
  onSelect(origin: string): void;
  onRefresh(): void;
  onOpenTab?(): void;
  onSettings?(): void;
}

/** The portal's name, whether the person is signed in to it, and the buttons that concern all of its keys. */
export function PortalHeader({ portals, portal, endpoint, loading, ...rest }: Props) {
  return (
    <header class={`portal-header color-${portal.color}`}>
      <div class="portal-title">
        {portals.length > 1 ? (
          <select
            aria-label={t('portal')}
            value={portal.origin}
            onChange={(event) => rest.onSelect(event.currentTarget.value)}
          >
            {portals.map(({ origin, label }) => (
              <option key={origin} value={origin}>
                {label}
              </option>
            ))}
          </select>
        ) : (
          <h1 title={portal.origin}>{portal.label}</h1>
        )}
        <p class={`session ${rest.session}`}>{sessionText(rest.session, rest.userName, loading)}</p>
      </div>
      {endpoint ? (
        <CopyButton
          text={endpoint}
          label={t('copyEndpoint')}
          icon={Link}
          onCopied={rest.onEndpointCopied}
        />
      ) : (
        <IconButton
          icon={Link}
          label={t('copyEndpoint')}
          onClick={() => announce(t('noEndpoint'), true)}
        />
      )}
      <IconButton icon={RefreshCw} label={t('refresh')} onClick={rest.onRefresh} busy={loading} />
      {rest.onOpenTab && (
        <IconButton icon={SquareArrowOutUpRight} label={t('openInTab')} onClick={rest.onOpenTab} />
      )}
      {rest.onSettings && (
        <IconButton icon={Settings} label={t('settings')} onClick={rest.onSettings} />
      )}
    </header>
  );
}

function sessionText(session: SessionState, userName: string | null, loading: boolean): string {
  if (session === 'signed-out') return t('signedOut');
  if (session === 'signed-in') return userName ? t('signedInAs', userName) : t('signedIn');
  return loading ? t('checking') : t('signInUnknown');
}
