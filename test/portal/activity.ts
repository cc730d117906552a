import { randomUUID } from 'node:crypto';
import type { Clock } from './clock.ts';
import { ORGANIZATION, type User } from './users.ts';

/** Codes this portal records. No public document names a real portal's codes for keys. */
export const EVENTS = {
  signIn: 'users.login',
  generated: 'api_keys.created',
  renamed: 'api_keys.updated',
  revoked: 'api_keys.deleted',
} as const;

export type EventCode = (typeof EVENTS)[keyof typeof EVENTS];

/** One entry of the activity log, with the documented names. */
export interface ActivityEntry {
  id: string;
  correlationId: string;
  eventCode: string;
  category: string;
  status: string;
  created: string;
  updated: string;
  userId: string;
  username: string;
  userFirstname: string;
  userLastname: string;
  userEmail: string;
  userOrganizationId: string;
  userOrganizationName: string;
  organizationId: string;
  organizationName: string;
  requesterIp: string;
  /** JSON inside a string, as the real log has it. */
  eventContext: string;
}

/** What happened, newest first. */
export class ActivityLog {
  readonly entries: ActivityEntry[] = [];
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  record(user: User, eventCode: EventCode, requesterIp: string, context: object): void {
    const created = this.#clock.now().toISOString();
    this.entries.unshift({
      id: randomUUID(),
      correlationId: randomUUID(),
      eventCode,
      category: 'SYSTEM',
      status: 'SUCCESS',
      created,
      updated: created,
      userId: user.id,
      username: user.userName,
      userFirstname: user.firstName,
      userLastname: user.lastName,
      userEmail: user.email,
      userOrganizationId: ORGANIZATION.id,
      userOrganizationName: ORGANIZATION.name,
      organizationId: ORGANIZATION.id,
      organizationName: ORGANIZATION.name,
      requesterIp,
      eventContext: JSON.stringify(context),
    });
  }
}
