import { vi } from 'vitest';
import { type AttachOptions, attachCopyButtons } from '../../../utils/page/buttons/attach';
import type { Translate } from '../../../utils/page/buttons/wanted-buttons';

const roots = new Map<Element, ShadowRoot>();
const attachShadow = Element.prototype.attachShadow;

/** Opens closed shadow roots to tests, and stubs what this DOM lacks. */
export function prepareDom(): void {
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    const root = attachShadow.call(this, init);
    roots.set(this, root);
    return root;
  });
  Object.assign(HTMLElement.prototype, { showPopover() {}, hidePopover() {} });
}

/** The buttons in the page, in document order. */
export function buttons(): HTMLButtonElement[] {
  return [...document.querySelectorAll('span')].flatMap((host) => {
    const button = roots.get(host)?.querySelector('button');
    return button ? [button] : [];
  });
}

export const labels = () => buttons().map((button) => button.getAttribute('aria-label'));

export function button(label: string): HTMLButtonElement {
  const found = buttons().find((one) => one.getAttribute('aria-label') === label);
  if (!found) throw new Error(`There is no button "${label}" among: ${labels().join(', ')}`);
  return found;
}

/** Chooses a value in the field beside a button. */
export function select(label: string, value: string): void {
  const fields = [...document.querySelectorAll('span')].flatMap((host) => [
    ...(roots.get(host)?.querySelectorAll('select') ?? []),
  ]);
  const field = fields.find((one) => one.getAttribute('aria-label') === label);
  if (!field) throw new Error(`There is no choice "${label}"`);
  field.value = value;
  field.dispatchEvent(new Event('change'));
}

/** The text announced to screen readers. */
export function status(): string {
  const regions = [...document.querySelectorAll('span')].map((host) =>
    roots.get(host)?.querySelector('[role=status]'),
  );
  return regions.find((region) => region)?.textContent ?? '';
}

const WORDS: Record<string, string> = {
  copyEndpoint: 'Copy endpoint',
  copyKey: 'Copy key',
  copyLabel: 'Copy',
  copyAllAs: 'Copy all as',
  shellExports: 'Shell exports',
  copied: 'Copied',
  copyFailed: 'Not copied',
  keepForOne: 'Keep one',
  keepForOther: 'Keep for',
  kept: 'Kept',
  keepFailed: 'Not kept',
  clickRefused: 'Not seen',
  closedUnsaved: 'Closed:',
  newApiKey: 'New API key',
  fieldsUnreadable: 'Not read:',
};

const words: Translate = (name, ...values) => [WORDS[name], ...values].join(' ');

/** Attaches the buttons to the current page. Every click counts as trusted, unless a test overrides that. */
export function start(options: Partial<AttachOptions> = {}) {
  const control = new AbortController();
  const copy = vi.fn(async (_text: string) => {});
  const keep = vi.fn(async (_value: string, _name: string) => {});
  const onEndpoint = vi.fn();
  const onCopied = vi.fn();
  attachCopyButtons(document, {
    signal: control.signal,
    words,
    copy,
    keep,
    keepMinutes: () => 10,
    onEndpoint,
    onCopied,
    isTrusted: () => true,
    // This DOM has no layout.
    watchSight: () => () => true,
    ...options,
  });
  return { copy, keep, onEndpoint, onCopied, abort: () => control.abort() };
}

/** Waits until a change of the page has been scanned. */
export async function rescanned(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await new Promise((resolve) => requestAnimationFrame(resolve));
}
