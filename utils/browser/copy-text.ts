/** Copies from an invisible field: the only way on a page without https. Returns whether it worked. */
function copyByCommand(text: string): boolean {
  const focused = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.style.setProperty('position', 'fixed');
  field.style.setProperty('top', '0');
  field.style.setProperty('opacity', '0');
  // While a modal dialog is open, nothing outside it can have the focus.
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
 * Copies exactly this text to the clipboard. The text is never logged and never part of an error.
 * @throws Error if the browser refuses
 */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    return;
  } catch {
    // Missing on plain http, and refused in a window without the focus.
  }
  let copied = false;
  try {
    copied = copyByCommand(text);
  } catch {
    // The error could quote the text.
  }
  if (!copied) throw new Error('The browser did not allow copying');
}
