/** A login session: a portal, and the cookie store whose cookies its requests carry. */
export interface PortalSession {
  origin: string;
  /** `private`, a container's id, or empty for the browser's ordinary cookie store */
  store: string;
}

/** Names a session in one text. */
export const sessionKey = ({ origin, store }: PortalSession): string => `${origin} ${store}`;

/** Whether two sessions are the same. */
export const sameSession = (one: PortalSession, other: PortalSession): boolean =>
  sessionKey(one) === sessionKey(other);
