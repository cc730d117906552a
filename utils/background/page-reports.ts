import { t } from '../browser/i18n';
import type { Handoffs } from '../keys/handoffs';
import type { PortalSession } from '../portal/session';
import { portals, remember } from '../stored/portals';

/** A page can be made to report anything, so only short, well-formed reports are taken. */
const MAX_LENGTH = 300;
const MAX_ADDRESSES = 40;

/**
 * Remembers the API endpoint that a portal's own page shows. If it is on another host, that host is only
 * contacted once the person agrees.
 * @param origin the page that showed it; ignored unless its portal is connected
 */
export async function reportedEndpoint(origin: string, endpoint: string): Promise<void> {
  if (!isUrl(endpoint) || !(await isConnected(origin))) return;
  await remember(origin, { endpoint, endpointFrom: 'page' });
}

/** Remembers the API addresses that a portal's own page requested: its keys may be at one of them. */
export async function reportedRequests(origin: string, addresses: string[]): Promise<void> {
  if (!(await isConnected(origin))) return;
  const seen = addresses.filter((each) => isPath(each) || isUrl(each)).slice(0, MAX_ADDRESSES);
  await remember(origin, { seen });
}

/** The shape of a key, as the page reader recognises it: printable, without spaces, of plausible length. */
const KEY = /^[!-~]{16,512}$/;
const MAX_NAME = 255;

/**
 * Keeps a value that the portal's page shows. A hostile page can plant one; it is shown as a key of that
 * portal, where the person can only copy or discard it.
 * @param sender the page that showed it; ignored unless its portal is connected
 * @returns whether it is kept
 */
export async function keptOnPage(
  { origin, store }: PortalSession,
  { value, name }: { value: string; name: string },
  keep: Handoffs['keep'],
): Promise<boolean> {
  if (!KEY.test(value) || !(await isConnected(origin))) return false;
  return keep({ origin, store, value, name: name.slice(0, MAX_NAME) || t('newApiKey') });
}

async function isConnected(origin: string): Promise<boolean> {
  return (await portals.getValue()).some((portal) => portal.origin === origin);
}

function isUrl(text: string): boolean {
  if (text.length > MAX_LENGTH || !URL.canParse(text)) return false;
  const { protocol, username, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && !username && !search && !hash;
}

const isPath = (text: string): boolean => text.length <= MAX_LENGTH && /^\/[^/?#]/.test(text);
