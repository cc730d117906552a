import { randomBytes } from 'node:crypto';
import { PLAUSIBLE_PATH } from './settings/route.ts';
import type { PortalSettings } from './settings.ts';

const OWN_ID = '{userId}';

/** A path that nobody could guess. */
export function unforeseeablePath(): string {
  const part = () => randomBytes(4).toString('hex');
  return `/rest/x${part()}/r${part()}`;
}

/** What the key API's path depends on. */
interface PathSource {
  settings: PortalSettings;
  secretPath: string;
}

/** Where the key API is, perhaps with {userId} in it. */
export function keysPath({ settings, secretPath }: PathSource): string {
  const hidden = settings.clue !== 'plausible' && settings.keysPath === PLAUSIBLE_PATH;
  return hidden ? secretPath : settings.keysPath;
}

/** Where one person's keys are. */
export function keysPathOf(source: PathSource, userId: string): string {
  return keysPath(source).replace(OWN_ID, userId);
}

/** Whether a path belongs to the key API; with what follows the key API's own path, and whose. */
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

/** Whether a path belongs to the API, which is what gets recorded and what faults hit. */
export function isApiPath(source: PathSource, path: string): boolean {
  return /^\/(api|rest|v1)\//.test(path) || matchKeysPath(source, path) !== undefined;
}

function quote(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
