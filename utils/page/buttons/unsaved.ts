import type { NewValue } from '../read/new-values';

/** How long a page may take to redraw a value, in milliseconds. */
const REDRAW = 1000;
/** The longest name that fits into a notice, in characters. */
const LONGEST_NAME = 80;

interface Key {
  value: NewValue;
  /** Whether the person has it: copied in whichever way, or kept. */
  saved?: boolean;
  warned?: boolean;
  /** Runs while the page does not show it. */
  gone?: ReturnType<typeof setTimeout> | undefined;
}

/** The new keys that a page shows only once, and whether the person has saved them. */
export interface UnsavedKeys {
  /** Takes what the page shows now. */
  update(values: NewValue[]): void;
  /** Returns the key shown in a container. It stays the same when the page redraws it. */
  keyIn(container: Element): Key | undefined;
  markSaved(key: Key | undefined): void;
}

/** Finds a key among the values on the page. */
function findShown({ value: { name, container } }: Key, values: Set<NewValue>) {
  const named = [...values].filter((value) => value.name === name);
  return named.find((value) => value.container === container) ?? named[0];
}

/**
 * Has the browser ask before somebody leaves a page with an unsaved key, and reports keys that were
 * closed unsaved. It listens for the page being left only while there is something to lose, because that
 * keeps a page out of the back/forward cache.
 * @param onLost receives the key's name, if the page shows it; called once per key
 */
export function watchUnsavedKeys(
  doc: Document,
  signal: AbortSignal,
  onLost: (name?: string) => void,
): UnsavedKeys {
  const keys = new Set<Key>();
  const ask = (event: Event) => event.preventDefault();
  const refresh = () => {
    const isRisky = [...keys].some(({ saved, gone }) => !saved && !gone);
    window[isRisky ? 'addEventListener' : 'removeEventListener']('beforeunload', ask);
  };
  const markSaved = (test: (key: Key) => unknown) => {
    for (const key of keys) key.saved ||= !!test(key);
    refresh();
  };
  const lose = (key: Key) => {
    const { name } = key.value;
    // A named key is recognised when it comes back, as when a panel is reopened.
    if (!name) keys.delete(key);
    if (!key.saved && !key.warned) onLost(name?.slice(0, LONGEST_NAME));
    key.warned = true;
  };
  watchCopying(doc, signal, markSaved);
  signal.addEventListener('abort', () => {
    for (const { gone } of keys) clearTimeout(gone);
    keys.clear();
    refresh();
  });

  return {
    update(values) {
      const left = new Set(values.filter(({ announced }) => announced));
      for (const key of keys) {
        const shown = findShown(key, left);
        if (shown) {
          left.delete(shown);
          clearTimeout(key.gone);
          key.gone = undefined;
          key.value = shown;
        } else key.gone ??= setTimeout(lose, REDRAW, key);
      }
      for (const value of left) keys.add({ value });
      refresh();
    },
    keyIn: (container) => [...keys].find(({ value }) => value.container === container),
    markSaved: (saved) => markSaved((key) => key === saved),
  };
}

/** Reports values that the person copies without our buttons. */
function watchCopying(
  doc: Document,
  signal: AbortSignal,
  onCopied: (test: (key: Key) => unknown) => void,
): void {
  const options = { capture: true, signal };
  const onCopy = ({ target }: Event) => {
    // Not every browser counts text selected in a field as the page's selection.
    const text = (target as HTMLInputElement).value ?? String(doc.getSelection());
    onCopied(({ value: { value } }) => value && text.includes(value));
  };
  const onClick = (event: Event) => {
    const path = event.composedPath();
    // The icons beside a value are the one that shows it and the one that copies it.
    onCopied(({ value: { controls, revealControl } }) =>
      controls.some((icon) => icon !== revealControl && path.includes(icon)),
    );
  };
  doc.addEventListener('copy', onCopy, options);
  doc.addEventListener('click', onClick, options);
}
