import { portals, remember } from './settings';

/** A page can be made to report anything, so what it reports is short, well-formed and of its own origin. */
const MAX_LENGTH = 300;
const MAX_PATHS = 40;

/**
 * Remembers the API endpoint that a portal's own page shows. It may be on another host than the page,
 * so it is only ever copied, never contacted.
 * @param origin the page that showed it; one that is not connected is not listened to
 */
export async function reportedEndpoint(origin: string, endpoint: string): Promise<void> {
  if (!isEndpoint(endpoint) || !(await isConnected(origin))) return;
  await remember(origin, { endpoint, endpointFrom: 'page' });
}

/** Remembers the API addresses that a portal's own page asked for: its keys may be at one of them. */
export async function reportedRequests(origin: string, paths: string[]): Promise<void> {
  if (!(await isConnected(origin))) return;
  await remember(origin, { seen: paths.filter(isPath).slice(0, MAX_PATHS) });
}

async function isConnected(origin: string): Promise<boolean> {
  return (await portals.getValue()).some((portal) => portal.origin === origin);
}

function isEndpoint(text: string): boolean {
  if (text.length > MAX_LENGTH || !URL.canParse(text)) return false;
  const { protocol, username, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && !username && !search && !hash;
}

const isPath = (text: string): boolean => text.length <= MAX_LENGTH && /^\/[^/?#]/.test(text);
