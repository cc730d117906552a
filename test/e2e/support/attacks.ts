import type { ElementHandle } from 'puppeteer-core';

declare global {
  interface Window {
    /** Ends the current attack. */
    undo(): void;
  }
}

/** A way for a page to trick a user into clicking a button in it. */
export interface Attack {
  name: string;
  /** Whether the pointer moves to the button, or to a spot where the page will put the button. */
  to: 'button' | 'lure';
  /** When the page acts: before the pointer arrives, while it rests, or while the mouse button is down. */
  from: Moment;
  /** When the page undoes it, if it does so before the click is over. */
  until?: Moment;
  act(button: ElementHandle, at: { x: number; y: number }): Promise<void>;
  /** Whether the click reaches the button, which then has to refuse it. */
  lands: boolean;
}

export type Moment = 'arriving' | 'resting' | 'pressing';

type Styles = Record<string, string>;

/** Applies styles to the button's host element, or to one that contains it. */
function restyled(
  where: 'host' | 'parent' | 'body' | 'html' | 'parent and body',
  styles: Styles,
  { lands = true, until }: Partial<Attack> = {},
): Attack {
  const css = Object.entries(styles).map((each) => each.join(': '));
  return {
    name: `${css} on ${where}${until ? `, until ${until}` : ''}`,
    to: 'button',
    from: 'arriving',
    ...(until ? { until } : {}),
    lands,
    act: (button) =>
      button.evaluate(
        (inside, place, declared) => {
          const { host } = inside.getRootNode() as ShadowRoot;
          const all = {
            host: [host],
            parent: [host.parentElement],
            body: [document.body],
            html: [document.documentElement],
            'parent and body': [host.parentElement, document.body],
          }[place] as HTMLElement[];
          const before = all.map((each) => each.style.cssText);
          for (const { style } of all)
            for (const [name, value] of Object.entries(declared))
              style.setProperty(name, value, 'important');
          window.undo = () => {
            for (const [at, { style }] of all.entries()) style.cssText = before[at] ?? '';
          };
        },
        where,
        styles,
      ),
  };
}

const FULL: Styles = { position: 'fixed', inset: '0', margin: '0', border: '0', 'z-index': '9999' };
const WHOLE: Styles = { ...FULL, width: '100%', height: '100%', background: 'white' };
const THROUGH: Styles = { 'pointer-events': 'none' };

/** Lays an element over the page. */
function covered(
  name: string,
  styles: Styles,
  {
    as = 'div',
    popover = false,
    inShadow = false,
    backdrop = '',
    lands = true,
    until = undefined as Moment | undefined,
  } = {},
): Attack {
  return {
    name,
    to: 'button',
    from: 'arriving',
    ...(until ? { until } : {}),
    lands,
    act: (button) =>
      button.evaluate(
        (_, tag, declared, isPopover, isInside, behind) => {
          const cover = document.createElement(tag);
          for (const [property, value] of Object.entries(declared))
            cover.style.setProperty(property, value);
          const sheet = new CSSStyleSheet();
          if (behind) sheet.replaceSync(`.cover::backdrop { background: ${behind} }`);
          document.adoptedStyleSheets = [sheet];
          cover.className = 'cover';
          const outer = document.createElement('div');
          const parent = isInside ? outer.attachShadow({ mode: 'open' }) : outer;
          parent.append(cover);
          document.body.append(outer);
          if (isPopover) {
            cover.popover = 'manual';
            cover.showPopover();
          }
          window.undo = () => {
            outer.remove();
            document.adoptedStyleSheets = [];
          };
        },
        as,
        styles,
        popover,
        inShadow,
        backdrop,
      ),
  };
}

/** Moves the button under a resting pointer. */
function moved(
  name: string,
  how: 'transform' | 'position' | 'parent' | 'around',
  from: Moment = 'resting',
): Attack {
  return {
    name,
    to: 'lure',
    from,
    lands: from === 'resting' && how !== 'parent',
    act: (button, at) =>
      button.evaluate(
        (inside, way, { x, y }) => {
          const host = (inside.getRootNode() as ShadowRoot).host as HTMLElement;
          const before = host.style.cssText;
          const box = inside.getBoundingClientRect();
          const [across, down] = [x - box.x - box.width / 2, y - box.y - box.height / 2];
          const lure = document.createElement('div');
          const set = (name: string, value: string) =>
            host.style.setProperty(name, value, 'important');
          if (way === 'transform') set('transform', `translate(${across}px, ${down}px)`);
          if (way === 'position') {
            for (const [name, value] of Object.entries({ position: 'fixed', margin: '0' }))
              set(name, value);
            set('left', `${x - box.width / 2}px`);
            set('top', `${y - box.height / 2}px`);
            set('z-index', '9999');
          }
          if (way === 'around') {
            const { style } = host.closest('aside') as HTMLElement;
            style.transform = `translate(${across}px, ${down}px)`;
          }
          if (way === 'parent') {
            lure.style.cssText = `position: fixed; left: ${x - 12}px; top: ${y - 12}px; z-index: 9999`;
            document.body.append(lure);
            lure.append(host);
          }
          window.undo = () => {
            host.style.cssText = before;
            for (const { style } of document.querySelectorAll('aside')) style.transform = '';
            lure.remove();
          };
        },
        how,
        at,
      ),
  };
}

/** Dispatches the events of a user's click from a script. */
function synthetic(name: string, kinds: string[]): Attack {
  return {
    name,
    to: 'lure',
    from: 'resting',
    lands: false,
    act: (button) =>
      button.evaluate((inside, all) => {
        const host = (inside.getRootNode() as ShadowRoot).host as HTMLElement;
        const { x, y } = inside.getBoundingClientRect();
        const init = { bubbles: true, composed: true, clientX: x + 12, clientY: y + 12, detail: 1 };
        host.focus();
        if (all.length === 0) host.click();
        for (const target of [host, document.elementFromPoint(x + 12, y + 12)])
          for (const kind of all) {
            const Kind = /^key/.test(kind) ? KeyboardEvent : PointerEvent;
            target?.dispatchEvent(
              new Kind(kind, { ...init, key: 'Enter', pointerType: 'mouse' } as PointerEventInit),
            );
          }
        window.undo = () => {};
      }, kinds),
  };
}

/** Every technique, by what it does to the button. */
export const ATTACKS: Record<string, Attack[]> = {
  'hard to see': [
    restyled('host', { opacity: '0' }),
    restyled('host', { opacity: '0.01' }),
    restyled('parent', { opacity: '0' }),
    restyled('parent', { opacity: '0.01' }),
    restyled('body', { opacity: '0' }),
    restyled('body', { opacity: '0.01' }),
    restyled('html', { opacity: '0' }),
    restyled('html', { opacity: '0.01' }),
    restyled('parent and body', { opacity: '0.6' }),
    restyled('host', { filter: 'opacity(0)' }),
    restyled('body', { filter: 'opacity(1%)' }),
    restyled('parent', { filter: 'blur(40px)' }),
    restyled('parent', { 'mask-image': 'linear-gradient(transparent, transparent)' }),
    restyled('host', { 'mix-blend-mode': 'multiply' }),
  ],
  'hidden or resized': [
    restyled('host', { visibility: 'hidden' }, { lands: false }),
    restyled('host', { 'clip-path': 'inset(45%)' }),
    restyled('host', { transform: 'scale(0.1)' }),
    restyled('host', { transform: 'scale(0)' }, { lands: false }),
    restyled('host', { transform: 'scale(40)' }),
    restyled('host', { transform: 'rotateY(80deg)' }),
  ],
  covered: [
    covered('a cover that lets clicks through', { ...WHOLE, ...THROUGH }),
    covered('one in a popover on top', { ...WHOLE, ...THROUGH }, { popover: true }),
    covered('one in a shadow tree', { ...WHOLE, ...THROUGH }, { inShadow: true }),
    covered('one that is a canvas', { ...WHOLE, ...THROUGH, background: 'none' }, { as: 'canvas' }),
    covered('the backdrop of a popover', {}, { popover: true, backdrop: 'white' }),
    covered('a cover that takes clicks', WHOLE, { lands: false }),
  ],
  'shown or moved at the last moment': [
    covered('a cover that disappears before the press', WHOLE, { until: 'resting' }),
    covered('a cover that disappears during the press', WHOLE, { until: 'pressing', lands: false }),
    restyled('host', { opacity: '0' }, { until: 'resting' }),
    restyled('html', { opacity: '0' }, { until: 'pressing' }),
    moved('moved under the pointer by a transform', 'transform'),
    moved('moved under the pointer by its position', 'position'),
    moved('moved under the pointer during the press', 'position', 'pressing'),
    moved('moved under the pointer with its panel', 'around'),
    moved('put into another element under the pointer', 'parent'),
  ],
  'clicked by a script': [
    synthetic('click() by a script', []),
    synthetic('a click event by a script', ['click']),
    synthetic('all events of a click by a script', [
      'pointerenter',
      'pointerdown',
      'mousedown',
      'pointerup',
      'mouseup',
      'click',
    ]),
    synthetic('the events of a key by a script', ['keydown', 'keypress', 'keyup']),
  ],
};
