import { t } from '../browser/i18n';
import type { Handoffs } from '../keys/handoffs';
import type { PortalSession } from '../portal/session';
import { portals, remember } from '../stored/portals';
import { isPath, isUrl } from '../stored/valid';

/** A compromised page can report anything, so only short, well-formed reports are accepted. */
const MAX_LENGTH = 300;
const MAX_ADDRESSES = 40;

/**
 * Stores the API endpoint that a portal's page shows. If it is on another host, that host is only contacted
 * after the person allows it.
 * @param origin the page's origin; the report is ignored unless that portal is connected
 */
export async function rememberEndpoint(origin: string, endpoint: string): Promise<void> {
  if (!isShortUrl(endpoint) || !(await isConnected(origin))) return;
  await remember(origin, { endpoint, endpointFrom: 'page' });
}

/**
 * Stores the API addresses that a portal's page requested: its keys may be at one of them.
 * @param origin the page's origin; the report is ignored unless that portal is connected
 * @param addresses paths or URLs, without a query
 */
export async function rememberRequests(origin: string, addresses: string[]): Promise<void> {
  if (!(await isConnected(origin))) return;
  const seen = addresses
    .filter((each) => isShortPath(each) || isShortUrl(each))
    .slice(0, MAX_ADDRESSES);
  await remember(origin, { seen });
}

/** What looks like a key, as in the page reader: printable, no spaces, a plausible length. */
const KEY = /^[!-~]{16,512}$/;
const MAX_NAME = 255;

/**
 * Keeps a value that the portal's page shows. A hostile page can plant one, but it is shown as a key of that
 * portal, and the person can only copy or discard it.
 * @param page the session of the page; the value is ignored unless its portal is connected
 * @param shown the value, and the name that the page shows for it, if any
 * @param keep stores the value
 * @returns whether the value was kept
 */
export async function keepFromPage(
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

function isShortUrl(text: string): boolean {
  if (text.length > MAX_LENGTH || !isUrl(text)) return false;
  const { username, search, hash } = new URL(text);
  return !username && !search && !hash;
}

const isShortPath = (text: string): boolean =>
  text.length <= MAX_LENGTH && text !== '/' && isPath(text);
