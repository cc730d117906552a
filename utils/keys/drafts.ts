/** Unsent text, by what it is for: `generate`, `rename ID` or `revoke ID`. */
export type Drafted = Record<string, string>;

/** The drafts of one session. */
export interface Drafts {
  /** Returns a draft, or `null` if there is none. */
  get(what: string): string | null;
  /** Stores a draft; an empty text removes it. */
  keep(what: string, text: string): void;
}

/** Returns a copy of the drafts with one replaced; an empty text removes it. */
export function withDraft(all: Drafted, what: string, text: string): Drafted {
  const { [what]: _, ...others } = all;
  return text ? { ...others, [what]: text } : others;
}
