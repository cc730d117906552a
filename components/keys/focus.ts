/**
 * Moves the focus between the rows of a list with the up and down arrow keys, staying in the same column of
 * buttons. From the first row, up moves to the search box.
 */
export function moveInRows(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const { target } = event;
  if (!step || !(target instanceof HTMLButtonElement)) return;
  const row = target.closest('li, tr');
  const next = step > 0 ? row?.nextElementSibling : row?.previousElementSibling;
  event.preventDefault();
  if (!next && step < 0) focusSearch();
  const buttons = [...(next?.querySelectorAll('button') ?? [])];
  const column = [...(row?.querySelectorAll('button') ?? [])].indexOf(target);
  (buttons[column] ?? buttons[0])?.focus();
}

/** Moves the focus from the search box into the list with the down arrow key. */
export function enterRows(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown') return;
  event.preventDefault();
  document.querySelector<HTMLElement>('.keys button')?.focus();
}

/** Moves the focus to the search box, for when the focused element is about to disappear. */
export function focusSearch(): void {
  document.querySelector<HTMLElement>('input[type=search]')?.focus();
}

/** Moves the focus to the Copy button of the latest new key, unless another element has the focus. */
export function focusNewKey(): void {
  const buttons = document.querySelectorAll<HTMLElement>('.new-key .primary');
  focusUnlessTaken([...buttons].at(-1) ?? null);
}

/** Focuses an element, unless another one has the focus. */
export function focusUnlessTaken(element: HTMLElement | null): void {
  if (document.activeElement === document.body) element?.focus();
}
