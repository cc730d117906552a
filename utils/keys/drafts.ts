/** What was typed in one session and neither sent nor discarded: `generate`, `rename ID`, `revoke ID`. */
export interface Drafts {
  /** Returns what was typed, or `null` if there is no draft. */
  get(what: string): string | null;
  /** Keeps what was typed; an empty text discards it. */
  keep(what: string, text: string): void;
}
