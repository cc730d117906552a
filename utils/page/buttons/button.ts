import { addChoice, type Choices } from './choice';
import { createDrawing, type Drawing } from './drawing';
import { WIDTH } from './place';
import type { WatchSight } from './sight';
import { isolated, style } from './style';

/** What a button needs from outside. */
export interface ButtonActions {
  /** Whether a person caused the event. Scripts of the page can dispatch events too. */
  isTrusted: (event: Event) => boolean;
  /** Checks that the person saw what they clicked. */
  watchSight: WatchSight;
  /** Acts, and resolves to whether that worked; never rejects. */
  run: (isSeen: boolean, choice?: string) => Promise<boolean>;
  /** The icon at rest. */
  look: Drawing;
  /** What to offer in a field beside the button. */
  choices?: Choices | undefined;
}

export interface CopyButton {
  host: HTMLElement;
  setLabel(label: string): void;
}

/** How long a button shows the result of a click, in milliseconds. */
export const CONFIRMED = 2000;

/** A click on the button is not a click on the row or link around it. */
const KEPT_INSIDE = [
  'click',
  'pointerdown',
  'mousedown',
  'mouseup',
  'pointerup',
  'dblclick',
  'keydown',
  'keyup',
];

const HOST = {
  display: 'inline-flex',
  position: 'relative',
  'vertical-align': 'middle',
  width: `${WIDTH}px`,
  height: `${WIDTH}px`,
  'flex-shrink': '0',
  // The target is taller than most lines of text, and must not push them apart.
  margin: '-6px 0',
  color: 'inherit',
};

const BUTTON = {
  display: 'grid',
  'place-items': 'center',
  width: `${WIDTH}px`,
  height: '100%',
  padding: '0',
  border: '0',
  'border-radius': '4px',
  background: 'none',
  color: 'inherit',
  cursor: 'pointer',
  opacity: '0.8',
};

/** Sets a button off from the page under the pointer, because the page may lack contrast. */
function highlightOnHover(button: HTMLElement): void {
  const highlight = (background: string, color: string) => () =>
    style(button, { background, color });
  button.addEventListener('pointerenter', highlight('ButtonFace', 'ButtonText'));
  button.addEventListener('pointerleave', highlight('none', 'inherit'));
}

/** Names a button by its label and by what is chosen beside it. */
function createLabel(button: HTMLElement, choice: HTMLSelectElement | undefined) {
  let label = '';
  const refresh = () => {
    button.title = choice ? `${label} ${choice.options[choice.selectedIndex]?.text}` : label;
    button.setAttribute('aria-label', button.title);
  };
  choice?.addEventListener('change', refresh);
  return (text: string) => {
    label = text;
    choice?.setAttribute('aria-label', text);
    refresh();
  };
}

/** Makes a small icon button that looks at home in any text. */
export function createButton(doc: Document, actions: ButtonActions): CopyButton {
  const { isTrusted, watchSight, run, look, choices } = actions;
  const { host, root } = isolated(doc, HOST);
  const button = doc.createElement('button');
  style(button, BUTTON);
  const { svg, draw } = createDrawing(doc);
  draw(look);
  button.append(svg);
  root.append(button);
  const choice = choices && addChoice(host, root, choices);
  highlightOnHover(button);
  const isSeen = watchSight(host, button);
  for (const kind of KEPT_INSIDE) host.addEventListener(kind, (event) => event.stopPropagation());

  let busy = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  button.addEventListener('click', async (event) => {
    event.preventDefault();
    if (busy || !isTrusted(event)) return;
    const hadFocus = root.activeElement === button;
    busy = true;
    draw((await run(isSeen(event), choice?.value)) ? 'done' : 'failed');
    busy = false;
    // Copying can use a field of its own for a moment, which takes the focus.
    if (hadFocus && doc.activeElement === doc.body) button.focus({ preventScroll: true });
    clearTimeout(timer);
    timer = setTimeout(draw, CONFIRMED, look);
  });

  return { host, setLabel: createLabel(button, choice) };
}
