import { style } from './style';

/** What a button can copy, each with its label. */
export type Choices = Record<string, string>;

/** Adds a field that selects what a button copies. It keeps the browser's own look. */
export function addChoice(
  host: HTMLElement,
  root: ShadowRoot,
  choices: Choices,
): HTMLSelectElement {
  const doc = host.ownerDocument;
  const select = doc.createElement('select');
  for (const [value, text] of Object.entries(choices))
    select.append(Object.assign(doc.createElement('option'), { value, text }));
  style(select, { height: '100%', font: '13px system-ui, sans-serif' });
  style(host, { width: 'auto', margin: '-6px 8px' });
  root.prepend(select);
  return select;
}
