import { portals, remember } from './settings';

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

async function isConnected(origin: string): Promise<boolean> {
  return (await portals.getValue()).some((portal) => portal.origin === origin);
}

function isUrl(text: string): boolean {
  if (text.length > MAX_LENGTH || !URL.canParse(text)) return false;
  const { protocol, username, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && !username && !search && !hash;
}

const isPath = (text: string): boolean => text.length <= MAX_LENGTH && /^\/[^/?#]/.test(text);
