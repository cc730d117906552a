import type { NewValue } from '../read/new-values';

/** What it takes to read a value that the page may mask. */
type Readable = Pick<NewValue, 'value' | 'revealControl'>;

/** A portal that fetches the value only when asked needs a moment, but not longer. */
const PATIENCE = 2000;

function valueSoon(
  find: () => Readable | undefined,
  root: Node,
  signal: AbortSignal,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      observer.disconnect();
      clearTimeout(timer);
      signal.removeEventListener('abort', fail);
    };
    const fail = () => {
      stop();
      reject(new Error('The value did not appear'));
    };
    const look = () => {
      const value = find()?.value;
      if (value === undefined) return;
      stop();
      resolve(value);
    };
    const observer = new MutationObserver(look);
    const timer = setTimeout(fail, PATIENCE);
    signal.addEventListener('abort', fail);
    observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    look();
  });
}

/** Clicks an icon of the portal; drawings have no click method of their own. */
function press(icon: Element): void {
  icon.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }));
}

/**
 * Reads a value that was just generated, or one of a service. While it is masked the page does not hold it, so the
 * portal's own icon is clicked to show it, and clicked again to leave the page as it was.
 * @param find looks the same finding up anew, as the portal may draw it anew
 * @throws an Error without the value in it when the value cannot be read
 */
export async function readNewValue(
  find: () => Readable | undefined,
  root: Node,
  signal: AbortSignal,
): Promise<string> {
  const shown = find();
  if (shown?.value !== undefined) return shown.value;
  if (!shown?.revealControl) throw new Error('The value is masked, with no way to show it');
  const reading = valueSoon(find, root, signal);
  press(shown.revealControl);
  const value = await reading;
  const revealed = find();
  if (revealed?.value !== undefined && revealed.revealControl) press(revealed.revealControl);
  return value;
}
