/** What somebody began at a portal and neither sent nor discarded: `generate`, `rename ID`, `revoke ID`. */
export interface Drafts {
  /** what was typed, or `null` when nothing was begun */
  get(what: string): string | null;
  /** keeps what was typed; an empty text forgets it */
  keep(what: string, text: string): void;
}
