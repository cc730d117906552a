/**
 * Moves the focus between the rows of a list with the up and down arrows, staying in the same column
 * of buttons. Going up from the first row leads to the search box.
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

/** Leads from the search box into the list with the down arrow. */
export function enterRows(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown') return;
  event.preventDefault();
  document.querySelector<HTMLElement>('.keys button')?.focus();
}

/** Leads to the search box, from where there is nothing left to focus. */
export function focusSearch(): void {
  document.querySelector<HTMLElement>('input[type=search]')?.focus();
}

/** Puts the focus on an element when it is nowhere yet. */
export function focusUnlessTaken(element: HTMLElement | null): void {
  if (document.activeElement === document.body) element?.focus();
}
