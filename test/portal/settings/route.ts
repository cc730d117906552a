import { choice, flag, text } from '../checks.ts';
import { setting } from './setting.ts';

/** Where the key API lives unless a setting says otherwise. */
export const PLAUSIBLE_PATH = '/rest/api_keys';

/** Where the key API lives, and how anyone could find out: no public document says. */
export const ROUTE = {
  keysPath: setting(
    text(/^\/(?!_portal|app\/|login)[^?#]*[^/?#]$/, 'a path such as /rest/users/{userId}/apiKeys'),
    PLAUSIBLE_PATH,
    'Path of the key API; as it is by default, clues other than plausible use a random one.',
  ),
  clue: setting(
    choice('plausible', 'traffic', 'openapi', 'none'),
    'plausible',
    "What gives the path away: its name, the page's requests, the API description, nothing.",
  ),
  openapiNeedsSession: setting(
    flag(),
    false,
    'Whether the API description is for signed-in people only.',
  ),
};
