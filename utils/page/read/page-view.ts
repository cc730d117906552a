import { type Findings, find } from './find';
import { hasClue } from './labels';
import { ours } from './ours';

/** What a page shows of a person's API keys, kept current with as few scans as possible. */
export interface PageView {
  /**
   * Returns what the page shows right now. Scans it only if it has changed since the last scan.
   * @throws when the view has ended
   */
  current(): Findings;
  /** Resolves when the page changes next. */
  changed(): Promise<void>;
}

/** The nodes with new text. Changed attributes bring none. */
function newNodes({ type, target, addedNodes }: MutationRecord): Node[] {
  return type === 'characterData' ? [target] : [...addedNodes];
}

/** Ignores the buttons we add, but not those that the page takes out. */
function isChange(record: MutationRecord): boolean {
  return record.removedNodes.length > 0 || newNodes(record).some((node) => !ours.has(node));
}

/** Whether a change can turn a page without API keys into one that has them. */
function mayBringKeys(record: MutationRecord): boolean {
  return newNodes(record).some((node) => hasClue(node.textContent ?? ''));
}

/** A script can change what a field holds without changing the DOM. */
function fieldValues(doc: Document): string {
  const fields = doc.querySelectorAll<HTMLInputElement>('input,textarea');
  return [...fields].map(({ value }) => value).join('\n');
}

/**
 * Scans a page now, and again at most once per animation frame in which it changes. A page without
 * API keys is scanned again only when something appears that could be about them.
 * @param signal ends the view
 * @param onUpdate receives the findings now and after each such frame
 */
export function watchPage(
  doc: Document,
  signal: AbortSignal,
  onUpdate: (findings: Findings) => void,
): PageView {
  /** Undefined once the page has changed. */
  let findings: Findings | undefined;
  let fields = '';
  let recognised = false;
  let frame: number | undefined;
  let change = Promise.withResolvers<void>();

  const update = () => {
    frame = undefined;
    if (!signal.aborted) onUpdate(current());
  };
  const note = (records: MutationRecord[]) => {
    if (records.length === 0) return;
    findings = undefined;
    change.resolve();
    change = Promise.withResolvers();
    if (frame === undefined && records.some(recognised ? isChange : mayBringKeys))
      frame = requestAnimationFrame(update);
  };
  const observer = new MutationObserver(note);
  const scan = () => {
    const found = find(doc.body);
    fields = fieldValues(doc);
    recognised = found.recognised;
    // Attributes can change what an icon does. On other pages they change all the time.
    const kinds = { childList: true, characterData: true, attributes: recognised };
    observer.observe(doc, { subtree: true, ...kinds });
    return found;
  };
  const current = () => {
    signal.throwIfAborted();
    note(observer.takeRecords());
    if (fields !== fieldValues(doc)) findings = undefined;
    findings ??= scan();
    return findings;
  };
  signal.addEventListener('abort', () => observer.disconnect());
  update();
  return { current, changed: () => change.promise };
}
