import { flag, nullable, number, text } from '../checks.ts';
import { setting } from './setting.ts';

const hostName = text(/^[\w.-]+$/, 'a host name such as localhost');

/** The portal's address and contents. */
export const SERVER = {
  port: setting(
    number(0, 65_535),
    0,
    'Port to listen on; 0 takes any free one. At the start only.',
  ),
  host: setting(hostName, '127.0.0.1', "Host name in the pages' address. At the start only."),
  apiHost: setting(
    nullable(hostName),
    null,
    "Host name of the API where it is not the pages' own. At the start only.",
  ),
  https: setting(
    flag(),
    false,
    'TLS, with a certificate for portal.test, localhost and 127.0.0.1. At the start only.',
  ),
  keyCount: setting(
    nullable(number(0, 100_000)),
    null,
    'Keys the first user starts with; null for the three that show every case.',
  ),
  usersRead: setting(
    flag(),
    true,
    'Whether the first user may list other users (the second never may).',
  ),
  noStore: setting(flag(), false, 'Whether the answers of the API forbid browsers to keep them.'),
};
