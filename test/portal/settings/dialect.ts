import { choice, number, text } from '../checks.ts';
import { type Setting, setting } from './setting.ts';

/** The key API's name for each property of a key. */
export interface FieldNames {
  id: string;
  name: string;
  lastIp: string;
  lastActivity: string;
  created: string;
  /** Only in the answer that generates the key. */
  value: string;
}

const fields: Setting<FieldNames> = {
  check: {
    id: text(),
    name: text(),
    lastIp: text(),
    lastActivity: text(),
    created: text(),
    value: text(),
  },
  initial: {
    id: 'id',
    name: 'name',
    lastIp: 'lastIp',
    lastActivity: 'lastActivity',
    created: 'createdOn',
    value: 'apiKey',
  },
  about: 'Property names in the key API.',
};

/** The dialect of the key API. */
export const DIALECT = {
  fields,
  nameField: setting(text(), 'name', "What requests call a key's name."),
  envelope: setting(
    choice('data', 'bare', 'items', 'paged'),
    'data',
    'What is around a list: data and metadata, nothing, items and total, or pages of data.',
  ),
  pageSize: setting(number(1, 1000), 20, 'Most keys on one page of a paged list.'),
  spelling: setting(choice('camel', 'snake'), 'camel', 'Property names: lastIp or last_ip.'),
  idKind: setting(choice('uuid', 'number'), 'uuid', 'What identifies a key.'),
  times: setting(
    choice('iso', 'plain', 'seconds', 'milliseconds'),
    'iso',
    'Moments as ISO 8601, as 2026-01-31 12:00:00 (UTC), or as a number since 1970.',
  ),
  never: setting(
    choice('null', 'blank', 'dash', 'missing'),
    'null',
    'What an unused key has for its last address and activity.',
  ),
  renameVerb: setting(choice('PUT', 'PATCH'), 'PUT', 'The method that renames.'),
  orgId: setting(
    choice('ignored', 'required'),
    'ignored',
    'Whether requests have to name the organization with ?org_id=.',
  ),
  errorStyle: setting(
    choice('code', 'errorCode', 'status200', 'html', 'empty'),
    'code',
    'How failures are answered: errors with code or errorCode, errors with 200, a page, nothing.',
  ),
  signedOutAs: setting(
    choice('401-json', '401-html', '401-empty', '403', 'login-redirect'),
    '401-json',
    'The answer to a request without a session.',
  ),
  async: setting(
    choice(false, 'flat', 'enveloped'),
    false,
    'Whether changes are tasks to poll at /rest/tasks/:id, and the shape of those.',
  ),
  pendingAnswers: setting(number(0, 1000), 1, 'How many times a task is PENDING before it ends.'),
  taskOutcome: setting(
    choice('SUCCESS', 'FAILED', 'FAILURE'),
    'SUCCESS',
    'How tasks end; the change is made when SUCCESS is returned.',
  ),
};
