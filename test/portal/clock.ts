/** The portal's own clock, so that expiry and ages can be tested without waiting. */
export interface Clock {
  now(): Date;
  /** Stops the clock at a time. */
  set(iso: string): void;
  /** Advances the clock by milliseconds, stopped or running. */
  advance(ms: number): void;
  /** Returns to real time. */
  reset(): void;
}

export function createClock(): Clock {
  let stopped: number | null = null;
  let offset = 0;
  return {
    now: () => new Date(stopped ?? Date.now() + offset),
    set(iso) {
      const moment = Date.parse(iso);
      if (Number.isNaN(moment)) throw new RangeError(`"${iso}" is not a date.`);
      stopped = moment;
    },
    advance(ms) {
      if (stopped === null) offset += ms;
      else stopped += ms;
    },
    reset() {
      stopped = null;
      offset = 0;
    },
  };
}
