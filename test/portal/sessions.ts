import { randomUUID } from 'node:crypto';
import type { Clock } from './clock.ts';
import type { PortalSettings } from './settings.ts';

/** The signed-in users. The cookie carries only a token. */
export class Sessions {
  readonly #clock: Clock;
  readonly #settings: PortalSettings;
  readonly #byToken = new Map<string, { userName: string; seen: number }>();

  constructor(clock: Clock, settings: PortalSettings) {
    this.#clock = clock;
    this.#settings = settings;
  }

  start(userName: string): string {
    const token = randomUUID();
    this.#byToken.set(token, { userName, seen: this.#clock.now().getTime() });
    return token;
  }

  /** The user of a token. Each use renews the session for its full length. */
  userName(token: string | undefined): string | undefined {
    const session = token === undefined ? undefined : this.#byToken.get(token);
    if (!token || !session) return undefined;
    const now = this.#clock.now().getTime();
    if (now - session.seen > this.#settings.sessionMinutes * 60_000) {
      this.end(token);
      return undefined;
    }
    session.seen = now;
    return session.userName;
  }

  end(token: string | undefined): void {
    if (token !== undefined) this.#byToken.delete(token);
  }

  expireAll(): void {
    this.#byToken.clear();
  }
}
