/** What was typed and neither sent nor discarded, by what it is for: `generate`, `rename ID`, `revoke ID`. */
export type Drafted = Record<string, string>;

/** The drafts of one session. */
export interface Drafts {
  /** Returns what was typed, or `null` when nothing was begun. */
  get(what: string): string | null;
  /** Keeps what was typed; an empty text discards it. */
  keep(what: string, text: string): void;
}

/** Returns the drafts with one of them changed; an empty text removes it. */
export function withDraft(all: Drafted, what: string, text: string): Drafted {
  const { [what]: _, ...others } = all;
  return text ? { ...others, [what]: text } : others;
}
