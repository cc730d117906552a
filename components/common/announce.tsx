import { signal } from '@preact/signals';

const said = signal({ text: '', alert: false });

/** Has a screen reader say a sentence, and shows it for a moment at the window's edge. */
export function announce(text: string, alert = false): void {
  said.value = { text, alert };
}

/** Where announced sentences appear; each window has one. */
export function Announcements() {
  const { text, alert } = said.value;
  return (
    <>
      <p class="toast" role="status" key={`status ${text}`}>
        {alert ? '' : text}
      </p>
      <p class="toast toast-alert" role="alert" key={`alert ${text}`}>
        {alert ? text : ''}
      </p>
    </>
  );
}
