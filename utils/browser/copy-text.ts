/** Copies through a field outside of the view; the only way on a page without https. */
function copyByCommand(text: string): boolean {
  const focused = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.style.setProperty('position', 'fixed');
  field.style.setProperty('top', '0');
  field.style.setProperty('opacity', '0');
  // A modal dialog lets nothing outside of it be focused.
  const parent = focused?.closest('dialog') ?? document.body;
  try {
    parent.append(field);
    field.focus({ preventScroll: true });
    field.select();
    return document.execCommand('copy');
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}

/**
 * Puts exactly this text on the clipboard; it is never logged, nor part of an error.
 * @throws an Error with a plain message when the browser lets neither way work
 */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    return;
  } catch {
    // Missing on plain http, and refused in a window that has lost its focus.
  }
  let copied = false;
  try {
    copied = copyByCommand(text);
  } catch {
    // The error could quote the text.
  }
  if (!copied) throw new Error('The browser did not allow copying');
}
