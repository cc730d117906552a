import { CONFIRMED } from './button';
import { isolated, style } from './style';

/** How long it takes to read a character, in milliseconds. */
const READING = 70;

/** Says how a click went, in a bubble at the button and politely to screen readers. */
export interface Notice {
  /** Shows a text for as long as it takes to read. */
  show(text: string, near: Element): void;
  remove(): void;
}

const HOST = { position: 'fixed', top: '0', left: '0', 'pointer-events': 'none' };

const BUBBLE = {
  margin: '0',
  padding: '4px 8px',
  border: '1px solid #8a949e',
  'border-radius': '4px',
  background: '#1f2933',
  color: '#fff',
  font: '13px/1.3 system-ui, sans-serif',
  'max-width': '20em',
};

/** Makes the notice that all buttons of a page share. */
export function createNotice(doc: Document): Notice {
  const { host, root } = isolated(doc, HOST);
  const status = doc.createElement('span');
  status.role = 'status';
  // Invisible, but screen readers announce it.
  style(status, { opacity: '0' });
  const bubble = doc.createElement('div');
  // The top layer is above the portal's drawers, which would cut it off.
  bubble.popover = 'manual';
  bubble.ariaHidden = 'true';
  style(bubble, BUBBLE);
  root.append(status, bubble);

  let timer: ReturnType<typeof setTimeout> | undefined;
  const hide = () => {
    clearTimeout(timer);
    status.textContent = '';
    bubble.hidePopover();
  };
  return {
    show(text, near) {
      hide();
      if (!host.isConnected) doc.body.append(host);
      status.textContent = text;
      bubble.textContent = text;
      bubble.showPopover();
      const at = near.getBoundingClientRect();
      const { width, height } = bubble.getBoundingClientRect();
      const room = doc.documentElement.clientWidth - width - 4;
      const left = Math.max(4, Math.min(at.left + at.width / 2 - width / 2, room));
      const below = Math.min(at.bottom + 4, innerHeight - height - 4);
      const top = at.top > height + 8 ? at.top - height - 4 : below;
      style(bubble, { inset: 'auto', left: `${left}px`, top: `${top}px` });
      timer = setTimeout(hide, Math.max(CONFIRMED, READING * text.length));
    },
    remove: () => host.remove(),
  };
}
