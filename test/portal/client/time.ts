import type { ApiKey } from './api.ts';
import { config } from './config.ts';

// Swedish formats dates and times like the portal: 2024-07-12 10:11:07.
const format = new Intl.DateTimeFormat('sv-SE', {
  timeZone: config.user.timezone,
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** A time in the user's unnamed time zone, or an empty string for never. */
export function showTime(moment: ApiKey['lastActivity']): string {
  return moment === null ? '' : format.format(moment);
}
