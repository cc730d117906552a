import { type Choices, createChoice } from './choice';
import { createDrawing, type Drawing } from './drawing';
import { WIDTH } from './place';
import type { WatchSight } from './sight';
import { isolated, style } from './style';

/** What a button needs from the outside. */
export interface ButtonActions {
  /** Only a person's own click may copy; scripts of the page can make events too. */
  isTrusted: (event: Event) => boolean;
  /** Watches for clicks on what is not seen. */
  watchSight: WatchSight;
  /** Acts, and tells whether that worked; never rejects. */
  run: (isSeen: boolean, choice?: string) => Promise<boolean>;
  /** What it looks like at rest. */
  look: Drawing;
  /** What can be chosen beside it. */
  choices?: Choices;
}

export interface CopyButton {
  host: HTMLElement;
  setLabel(label: string): void;
  remove(): void;
}

/** How long a button shows that it has worked. */
export const CONFIRMED = 2000;

/** A click on the button is no click on the row or link around it. */
const KEPT = [
  'click',
  'pointerdown',
  'mousedown',
  'mouseup',
  'pointerup',
  'dblclick',
  'keydown',
  'keyup',
];

/** Makes a small icon button that looks at home in any text. */
export function createButton(
  doc: Document,
  { isTrusted, watchSight, run, look, choices }: ButtonActions,
): CopyButton {
  const { host, root } = isolated(doc, {
    display: 'inline-block',
    position: 'relative',
    'vertical-align': 'middle',
    width: `${WIDTH}px`,
    height: `${WIDTH}px`,
    'flex-shrink': '0',
    // The target is taller than most lines of text; it must not push them apart.
    margin: '-6px 0',
    color: 'inherit',
  });
  const button = doc.createElement('button');
  button.type = 'button';
  style(button, {
    display: 'grid',
    'place-items': 'center',
    width: '100%',
    height: '100%',
    padding: '0',
    border: '0',
    'border-radius': '4px',
    background: 'none',
    color: 'inherit',
    cursor: 'pointer',
    opacity: '0.8',
  });
  const { svg, draw } = createDrawing(doc);
  draw(look);
  button.append(svg);
  root.append(button);
  const choice = choices && createChoice(doc, choices);
  let label = '';
  const name = () => {
    const full = choice ? `${label} ${choices[choice.selectedIndex]?.[1]}` : label;
    button.setAttribute('aria-label', full);
    button.title = full;
  };
  if (choice) {
    root.prepend(choice);
    style(host, { display: 'inline-flex', width: 'auto', margin: '-6px 8px' });
    style(button, { width: `${WIDTH}px` });
    choice.addEventListener('change', name);
  }

  const light = (on: boolean) =>
    // The page's colours could be the same as each other.
    style(button, {
      background: on ? 'ButtonFace' : 'none',
      color: on ? 'ButtonText' : 'inherit',
    });
  button.addEventListener('pointerenter', () => light(true));
  button.addEventListener('pointerleave', () => light(false));
  const isSeen = watchSight(host, button);
  for (const kind of KEPT) host.addEventListener(kind, (event) => event.stopPropagation());

  let busy = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  button.addEventListener('click', async (event) => {
    event.preventDefault();
    if (busy || !isTrusted(event)) return;
    const focused = root.activeElement === button;
    busy = true;
    draw((await run(isSeen(event), choice?.value)) ? 'done' : 'failed');
    busy = false;
    // Copying may need a field of its own for a moment, which takes the focus.
    if (focused && doc.activeElement === doc.body) button.focus({ preventScroll: true });
    clearTimeout(timer);
    timer = setTimeout(() => draw(look), CONFIRMED);
  });

  return {
    host,
    setLabel(text) {
      label = text;
      choice?.setAttribute('aria-label', text);
      name();
    },
    remove() {
      clearTimeout(timer);
      host.remove();
    },
  };
}
