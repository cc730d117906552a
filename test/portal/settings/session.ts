import { choice, flag, number, text } from '../checks.ts';
import { setting } from './setting.ts';

/** The session and its guards. */
export const SESSION = {
  cookieName: setting(
    text(/^[\w-]+$/, 'letters, digits, - and _'),
    'cmc_session',
    'Name of the session cookie; browsers share cookies between the ports of one host.',
  ),
  session: setting(
    choice('lax', 'strict', 'none-secure', 'partitioned'),
    'lax',
    'Kind of session cookie; the last two need https.',
  ),
  sameSite: setting(
    choice('Lax', 'Strict'),
    'Lax',
    'SameSite of a session of the kind lax; Strict is the same as the kind strict.',
  ),
  sessionMinutes: setting(
    number(1, 525_600),
    60,
    'Minutes without a request after which a session ends.',
  ),
  originCheck: setting(
    flag(),
    false,
    "Whether changes are refused with 403 unless their Origin is the portal's.",
  ),
  csrf: setting(
    choice('none', 'xsrf', 'csrftoken', 'custom'),
    'none',
    'Readable cookie whose value changes have to repeat in a header: XSRF-TOKEN, csrftoken, _csrf.',
  ),
};
