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

/**
 * Whether a change calls for a scan. On a page without API keys it has to bring something about them.
 * On one with API keys everything counts, except the buttons that we add ourselves.
 */
function matters(
  { type, target, addedNodes, removedNodes }: MutationRecord,
  recognised: boolean,
): boolean {
  const nodes = type === 'characterData' ? [target] : [...addedNodes];
  if (!recognised) return nodes.some((node) => hasClue(node.textContent ?? ''));
  return removedNodes.length > 0 || nodes.some((node) => !ours.has(node));
}

const TEXTS = { subtree: true, childList: true, characterData: true };

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
  /** The animation frame that is due, or 0. */
  let frame = 0;
  let change = Promise.withResolvers<void>();

  const update = () => {
    frame = 0;
    if (!signal.aborted) onUpdate(current());
  };
  const note = (records: MutationRecord[]) => {
    if (records.length === 0) return;
    findings = undefined;
    change.resolve();
    change = Promise.withResolvers();
    if (frame || !records.some((record) => matters(record, recognised))) return;
    frame = requestAnimationFrame(update);
  };
  const observer = new MutationObserver(note);
  const current = () => {
    signal.throwIfAborted();
    note(observer.takeRecords());
    const values = fieldValues(doc);
    if (findings && fields === values) return findings;
    fields = values;
    findings = find(doc.body);
    recognised = findings.recognised;
    // An attribute can change what an icon does. Other pages change theirs all the time.
    observer.observe(doc, { ...TEXTS, attributes: recognised });
    return findings;
  };
  signal.addEventListener('abort', () => observer.disconnect());
  update();
  return { current, changed: () => change.promise };
}
