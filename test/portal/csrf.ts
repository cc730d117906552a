import { createHash } from 'node:crypto';
import type { PortalSettings } from './settings.ts';

/** Where a portal's page finds its token, and where to repeat it. */
export const CSRF_NAMES: Record<
  Exclude<PortalSettings['csrf'], 'none'>,
  { cookie: string; header: string }
> = {
  xsrf: { cookie: 'XSRF-TOKEN', header: 'X-XSRF-TOKEN' },
  csrftoken: { cookie: 'csrftoken', header: 'X-CSRFToken' },
  custom: { cookie: '_csrf', header: 'X-CSRF-Token' },
};

/** The names in use, or undefined if requests need no token. */
export function csrfNames({
  csrf,
}: PortalSettings): { cookie: string; header: string } | undefined {
  return csrf === 'none' ? undefined : CSRF_NAMES[csrf];
}

/** A session's token. It is the same on every host of the portal and does not reveal the session. */
export function csrfToken(session: string): string {
  return createHash('sha256').update(`csrf ${session}`).digest('hex').slice(0, 32);
}
