import { style } from './style';

/** What a button can copy, each with its label. */
export type Choices = [choice: string, text: string][];

/** Makes the field beside a button that selects what to copy. It keeps the browser's own look. */
export function createChoice(doc: Document, choices: Choices): HTMLSelectElement {
  const select = doc.createElement('select');
  for (const [value, text] of choices)
    select.append(Object.assign(doc.createElement('option'), { value, text }));
  style(select, { height: '100%', font: '13px system-ui, sans-serif' });
  return select;
}
