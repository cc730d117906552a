import type { Findings } from '../read/find';
import { type PageView, watchPage } from '../read/page-view';
import { type Checks, createButtons, type Run } from './button-set';
import { createNotice, type Notice } from './notice';
import { serviceButtons, UnreadableError } from './service-buttons';
import { watchSight } from './sight';
import { type UnsavedKeys, watchUnsavedKeys } from './unsaved';
import { type Translate, wantedButtons } from './wanted-buttons';

export interface AttachOptions {
  /** Removes the buttons and stops watching the page. */
  signal: AbortSignal;
  words: Translate;
  /** Puts a text on the clipboard, or rejects. */
  copy: (text: string) => Promise<void>;
  /** Hands over a new key's value to be kept, or rejects. */
  keep: (value: string, name: string) => Promise<void>;
  /** How long a value is kept, in minutes. */
  keepMinutes: () => number;
  /** Receives the endpoint on the page, and again whenever it changes. */
  onEndpoint?: (url: string) => void;
  /** Called after each scan of a page where API keys can appear. */
  onRecognised?: () => void;
  /** Called after something was copied. */
  onCopied?: (isSecret: boolean) => void;
  /** Whether a person caused the event and not a script; by default the browser's own answer. */
  isTrusted?: Checks['isTrusted'];
  /** Checks that a button was visible when it was clicked; by default by looking at the page. */
  watchSight?: Checks['watchSight'];
}

const CHECKS: Checks = { isTrusted: (event) => event.isTrusted, watchSight };

/** Returns what a click does: it copies or keeps what the page shows, and says how that went. */
function createRun(
  { signal, words, copy, keep, onCopied }: AttachOptions,
  notice: Notice,
  unsavedKeys: UnsavedKeys,
  page: () => PageView,
): Run {
  return async (button, host, isSeen, choice) => {
    const finish = (isDone: boolean, ...text: Parameters<Translate>) => {
      if (!signal.aborted) notice.show(words(...text), host);
      return isDone;
    };
    const isKeep = button.slot === 'keep';
    const failure = isKeep ? 'keepFailed' : 'copyFailed';
    const key = unsavedKeys.keyIn(button.anchor);
    // Nobody means to click what they cannot see.
    if (!isSeen) return finish(false, 'clickRefused');
    try {
      const text = await button.read(page(), choice);
      if (text === undefined) return finish(false, failure);
      await (isKeep ? keep(text, button.name ?? '') : copy(text));
    } catch (error) {
      if (error instanceof UnreadableError) return finish(false, 'fieldsUnreadable', error.message);
      return finish(false, failure);
    }
    unsavedKeys.markSaved(key);
    if (!isKeep) onCopied?.(button.openText === undefined);
    return finish(true, isKeep ? 'kept' : 'copied');
  };
}

/**
 * Adds copy buttons whenever the page shows API keys, until the signal aborts. It needs no address,
 * so navigation within the page makes no difference.
 */
export function attachCopyButtons(doc: Document, options: AttachOptions): void {
  const { signal, words, keepMinutes, onEndpoint, onRecognised } = options;
  if (signal.aborted) return;
  const notice = createNotice(doc);
  const unsavedKeys = watchUnsavedKeys(doc, signal, (name = words('newApiKey')) =>
    notice.show(words('closedUnsaved', name), doc.documentElement),
  );
  const run = createRun(options, notice, unsavedKeys, () => page);
  const buttons = createButtons(doc, { ...CHECKS, ...options }, run);

  let endpoint: string | undefined;
  const update = (findings: Findings) => {
    if (findings.recognised) onRecognised?.();
    const wanted = [
      ...wantedButtons(findings, words, keepMinutes()),
      ...findings.services.flatMap((table) => serviceButtons(table, words)),
    ];
    // Asking for a text can reveal that the extension is gone.
    if (signal.aborted) return;
    buttons.update(wanted);
    unsavedKeys.update(findings.newValues);
    const shown = findings.endpoint?.text ?? endpoint;
    if (shown && shown !== endpoint) onEndpoint?.(shown);
    endpoint = shown;
  };
  window.addEventListener('resize', buttons.makeRoom, { signal });
  signal.addEventListener('abort', () => {
    buttons.update([]);
    notice.remove();
  });
  const page = watchPage(doc, signal, update);
}
