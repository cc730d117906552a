import type { NewValue } from '../read/new-values';

/** A page that draws a value anew may be without it for a moment. Milliseconds. */
const REDRAW = 1000;
/** A name is as long as somebody likes; a sentence is not. */
const LONGEST_NAME = 80;

interface Entry {
  value: NewValue;
  /** The person has it: copied in whichever way, or kept. */
  taken?: boolean;
  warned?: boolean;
  /** Set since it is no longer in the page. */
  gone?: ReturnType<typeof setTimeout> | undefined;
}

/** Looks after values that a page shows once. */
export interface Untaken {
  /** Told what the page shows now. */
  update(values: NewValue[]): void;
  /** Gives what marks the value in this container as taken, wherever it is drawn by then. */
  markerOf(container: Element): () => void;
}

/**
 * Has the browser ask before the page is left while it shows a new value that was neither copied nor
 * kept, and tells when such a value was closed. The question is only there while there is something
 * to lose, as it keeps pages from being stored for the way back.
 * @param onLost told the key's name, once for each
 */
export function watchUntaken(
  doc: Document,
  signal: AbortSignal,
  onLost: (name?: string) => void,
): Untaken {
  const entries = new Set<Entry>();
  const ask = (event: Event) => event.preventDefault();
  const refresh = () => {
    const isRisky = [...entries].some(({ taken, gone }) => !taken && !gone);
    doc.defaultView?.[isRisky ? 'addEventListener' : 'removeEventListener']('beforeunload', ask);
  };
  const take = (test: (value: NewValue) => unknown) => {
    for (const entry of entries) entry.taken ||= !!test(entry.value);
    refresh();
  };
  const lose = (entry: Entry) => {
    const { name } = entry.value;
    // By its name it is known again when it comes back, as in a panel that is opened again.
    if (!name) entries.delete(entry);
    if (!entry.taken && !entry.warned) onLost(name?.slice(0, LONGEST_NAME));
    entry.warned = true;
  };

  const options = { capture: true, signal };
  const onCopy = ({ target }: Event) => {
    // What is selected in a field is no selection of the page in every browser.
    const text = (target as HTMLInputElement).value ?? String(doc.getSelection());
    take(({ value }) => value && text.includes(value));
  };
  const onClick = (event: Event) => {
    const path = event.composedPath();
    // Beside a value are its eye and its clipboard.
    take(({ controls, revealControl }) =>
      controls.some((icon) => icon !== revealControl && path.includes(icon)),
    );
  };
  doc.addEventListener('copy', onCopy, options);
  doc.addEventListener('click', onClick, options);
  signal.addEventListener('abort', () => {
    for (const { gone } of entries) clearTimeout(gone);
    entries.clear();
    refresh();
  });

  return {
    update(values) {
      const left = new Set(values.filter(({ told }) => told));
      for (const entry of entries) {
        const same = [...left].filter(({ name }) => name === entry.value.name);
        const now = same.find(({ container }) => container === entry.value.container) ?? same[0];
        if (now) {
          left.delete(now);
          clearTimeout(entry.gone);
          entry.gone = undefined;
          entry.value = now;
        } else entry.gone ??= setTimeout(lose, REDRAW, entry);
      }
      for (const value of left) entries.add({ value });
      refresh();
    },
    markerOf(container) {
      const entry = [...entries].find(({ value }) => value.container === container);
      return () => take((value) => value === entry?.value);
    },
  };
}
