import { choice, flag, text } from '../checks.ts';
import { setting } from './setting.ts';

/** The key API's default path. */
export const PLAUSIBLE_PATH = '/rest/api_keys';

/** The key API's path, and how to find it: no public document names it. */
export const ROUTE = {
  keysPath: setting(
    text(/^\/(?!_portal|app\/|login)[^?#]*[^/?#]$/, 'a path such as /rest/users/{userId}/apiKeys'),
    PLAUSIBLE_PATH,
    'Path of the key API; as it is by default, clues other than plausible use a random one.',
  ),
  clue: setting(
    choice('plausible', 'traffic', 'openapi', 'none'),
    'plausible',
    "What reveals the path: its name, the page's requests, the OpenAPI document, nothing.",
  ),
  openapiNeedsSession: setting(
    flag(),
    false,
    'Whether the OpenAPI document is for signed-in users only.',
  ),
};
