import { t } from '../browser/i18n';
import type { createHandoffs } from '../keys/handoff';
import { portals, remember } from '../stored/portals';
import type { PortalSession } from '../transport/portal-client';

/** A page can be made to report anything, so what it reports is short and well-formed. */
const MAX_LENGTH = 300;
const MAX_ADDRESSES = 40;

/**
 * Remembers the API endpoint that a portal's own page shows. Another host than the page's is only
 * contacted when the person agrees.
 * @param origin the page that showed it; one that is not connected is not listened to
 */
export async function reportedEndpoint(origin: string, endpoint: string): Promise<void> {
  if (!isUrl(endpoint) || !(await isConnected(origin))) return;
  await remember(origin, { endpoint, endpointFrom: 'page' });
}

/** Remembers the API addresses that a portal's own page asked for: its keys may be at one of them. */
export async function reportedRequests(origin: string, addresses: string[]): Promise<void> {
  if (!(await isConnected(origin))) return;
  const seen = addresses.filter((each) => isPath(each) || isUrl(each)).slice(0, MAX_ADDRESSES);
  await remember(origin, { seen });
}

/** What a key can be, as the page's own reader takes it: printable, and no longer than any seen. */
const KEY = /^[!-~]{16,512}$/;
const MAX_NAME = 255;

/**
 * Keeps a value that the portal's page shows. A hostile page can plant one so; it waits as one of its
 * own portal's, where a person sees it and can do nothing with it but copy it or be done with it.
 * @param sender the page that showed it; one that is not connected is not listened to
 * @returns whether it was taken
 */
export async function keptOnPage(
  { origin, tab }: PortalSession,
  { value, name }: { value: string; name: string },
  keep: ReturnType<typeof createHandoffs>['keep'],
): Promise<boolean> {
  if (!KEY.test(value) || !(await isConnected(origin))) return false;
  return keep({ origin, tab, value, name: name.slice(0, MAX_NAME) || t('newApiKey') });
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
