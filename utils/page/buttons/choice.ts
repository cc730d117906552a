import { style } from './style';

/** What a button can be told to copy, and how it words that. */
export type Choices = [choice: string, text: string][];

/** Makes the field beside a button in which one says what it is to copy; the browser's own look. */
export function createChoice(doc: Document, choices: Choices): HTMLSelectElement {
  const select = doc.createElement('select');
  for (const [value, text] of choices)
    select.append(Object.assign(doc.createElement('option'), { value, text }));
  style(select, { height: '100%', font: '13px system-ui, sans-serif' });
  return select;
}
