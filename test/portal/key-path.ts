import { randomBytes } from 'node:crypto';
import { PLAUSIBLE_PATH } from './settings/route.ts';
import type { PortalSettings } from './settings.ts';

const OWN_ID = '{userId}';

/** An unguessable path. */
export function unforeseeablePath(): string {
  const part = () => randomBytes(4).toString('hex');
  return `/rest/x${part()}/r${part()}`;
}

/** What determines the key API's path. */
interface PathSource {
  settings: PortalSettings;
  secretPath: string;
}

/** The key API's path, which may contain {userId}. */
export function keysPath({ settings, secretPath }: PathSource): string {
  const hidden = settings.clue !== 'plausible' && settings.keysPath === PLAUSIBLE_PATH;
  return hidden ? secretPath : settings.keysPath;
}

/** The path of one user's keys. */
export function keysPathOf(source: PathSource, userId: string): string {
  return keysPath(source).replace(OWN_ID, userId);
}

/** Matches a path of the key API; returns the rest of the path and the user in it. */
export function matchKeysPath(
  source: PathSource,
  path: string,
): { rest: string; userId?: string } | undefined {
  const [before = '', after] = keysPath(source).split(OWN_ID).map(quote);
  const own = after === undefined ? before : `${before}(?<userId>[^/]+)${after}`;
  const match = new RegExp(`^${own}(?<rest>/.*)?$`).exec(path);
  if (!match?.groups) return undefined;
  const { rest = '/', userId } = match.groups;
  return userId === undefined ? { rest } : { rest, userId };
}

/** Whether a path belongs to the API, and so is recorded and open to faults. */
export function isApiPath(source: PathSource, path: string): boolean {
  return /^\/(api|rest|v1)\//.test(path) || matchKeysPath(source, path) !== undefined;
}

function quote(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
