import type { ApiKey } from './api.ts';
import { config } from './config.ts';

// Swedish writes dates and times the way the portal does: 2024-07-12 10:11:07.
const format = new Intl.DateTimeFormat('sv-SE', {
  timeZone: config.user.timezone,
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** A moment in the user's time zone without naming it; nothing for never. */
export function showTime(moment: ApiKey['lastActivity']): string {
  return moment === null ? '' : format.format(moment);
}
