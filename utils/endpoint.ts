import { portals, remember } from './settings';

/**
 * Remembers the API endpoint that a portal's own page shows. It may be on another host than the page,
 * so it is only ever copied, never contacted.
 * @param origin the page that showed it; one that is not connected is not listened to
 * @param endpoint what it showed
 */
export async function reportedEndpoint(origin: string, endpoint: string): Promise<void> {
  const connected = (await portals.getValue()).some((portal) => portal.origin === origin);
  if (!connected || !isEndpoint(endpoint)) return;
  await remember(origin, { endpoint, endpointFrom: 'page' });
}

const MAX_LENGTH = 300;

function isEndpoint(text: string): boolean {
  if (text.length > MAX_LENGTH || !URL.canParse(text)) return false;
  const { protocol, username, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && !username && !search && !hash;
}
