import { find } from '../read/find';
import { hasClue } from '../read/labels';
import { ours } from '../read/ours';
import { createButtons, type Run } from './button-set';
import { createNotice } from './notice';
import { serviceButtons, UnreadableError } from './service-buttons';
import { type WatchSight, watchSight } from './sight';
import { watchUntaken } from './unsaved';
import { type Text, wantedButtons } from './wanted-buttons';

export interface AttachOptions {
  /** Ends everything: the buttons go and the page is watched no longer. */
  signal: AbortSignal;
  words: Text;
  /** Puts a text on the clipboard, or rejects. */
  copy: (text: string) => Promise<void>;
  /** Hands a new key's value over to wait, or rejects. */
  keep: (value: string, name: string) => Promise<void>;
  /** How long a value that was handed over waits; minutes. */
  keepMinutes: () => number;
  /** Told the endpoint that the page shows, once for each new one. */
  onEndpoint?: (url: string) => void;
  /** Told each time the page was looked at and shows API keys. */
  onRecognised?: () => void;
  /** Told each time something was copied, and whether it was a secret. */
  onCopied?: (isSecret: boolean) => void;
  /** Tells a person's click from a script's; by default what the browser says. */
  isTrusted?: (event: Event) => boolean;
  /** Tells whether a button was seen when it was clicked; by default by looking at the page. */
  watchSight?: WatchSight;
}

/** What is certainly no secret. */
const OPEN = ['endpoint', 'name', 'lastIp'];

function mayMatter(record: MutationRecord): boolean {
  if (record.type === 'characterData') return hasClue(record.target.nodeValue ?? '');
  return [...record.addedNodes].some((node) => hasClue(node.textContent ?? ''));
}

/**
 * Adds copy buttons to the portal's page with API keys, now and whenever it shows one, until the
 * signal aborts. It needs no address, so in-page navigation makes no difference.
 */
export function attachCopyButtons(doc: Document, options: AttachOptions): void {
  const { signal, words, copy, keep, keepMinutes } = options;
  const { onEndpoint, onRecognised, onCopied } = options;
  if (signal.aborted) return;
  const notice = createNotice(doc);
  const untaken = watchUntaken(doc, signal, (name) => {
    notice.show(words('closedUnsaved', name ?? words('newApiKey')), doc.documentElement);
  });
  let frame: number | undefined;
  let endpoint: string | undefined;
  let recognised = false;

  const run: Run = async (wanted, host, isSeen, choice) => {
    const isKept = wanted.slot === 'keep';
    const take = untaken.markerOf(wanted.anchor);
    // What a person cannot see they cannot have meant to click.
    const failure = !isSeen
      ? words('clickRefused')
      : await wanted
          .read(() => find(doc.body), signal, choice)
          .then((text) => (isKept ? keep(text, wanted.name ?? '') : copy(text)))
          .then(take)
          .catch((error: unknown) =>
            error instanceof UnreadableError
              ? words('fieldsUnreadable', error.message)
              : words(isKept ? 'keepFailed' : 'copyFailed'),
          );
    if (failure === undefined && !isKept) onCopied?.(!OPEN.includes(wanted.slot));
    if (!signal.aborted) notice.show(failure ?? words(isKept ? 'kept' : 'copied'), host);
    return failure === undefined;
  };
  const { isTrusted = (event: Event) => event.isTrusted } = options;
  const checks = { isTrusted, watchSight: options.watchSight ?? watchSight };
  const buttons = createButtons(doc, checks, run);

  const scan = () => {
    frame = undefined;
    const findings = find(doc.body);
    recognised = findings.recognised;
    if (recognised) onRecognised?.();
    const wanted = [
      ...wantedButtons(findings, words, keepMinutes()),
      ...findings.services.flatMap((table) => serviceButtons(table, words)),
    ];
    // Asking for a text can be what finds out that the extension is gone.
    if (signal.aborted) return;
    buttons.update(wanted);
    untaken.update(findings.newValues);
    const seen = findings.endpoint?.url;
    if (seen !== undefined && seen !== endpoint) onEndpoint?.(seen);
    endpoint = seen ?? endpoint;
  };

  const isOurs = (node: Node) => ours.has(node);
  const observer = new MutationObserver((records) => {
    if (frame !== undefined) return;
    const foreign = records.filter(
      ({ type, addedNodes, removedNodes }) =>
        type === 'characterData' ||
        ![...addedNodes, ...removedNodes].every(isOurs) ||
        [...removedNodes].some(isOurs),
    );
    if (recognised ? foreign.length > 0 : foreign.some(mayMatter))
      frame = requestAnimationFrame(scan);
  });
  observer.observe(doc, { childList: true, subtree: true, characterData: true });
  doc.defaultView?.addEventListener('resize', buttons.makeRoom, { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    if (frame !== undefined) cancelAnimationFrame(frame);
    buttons.update([]);
    notice.remove();
  });
  scan();
}
