import { signal } from '@preact/signals';

interface Announcement {
  text: string;
  isAlert: boolean;
  /** counts the announcements, so that a repeated sentence is a new one */
  count: number;
}

const latest = signal<Announcement>({ text: '', isAlert: false, count: 0 });

/**
 * Announces a sentence to screen readers and shows it briefly at the bottom of the window.
 * @param isAlert whether it interrupts what a screen reader is reading, as a failure should
 */
export function announce(text: string, isAlert = false): void {
  latest.value = { text, isAlert, count: latest.value.count + 1 };
}

/**
 * Where announcements appear; each window has one. Screen readers only watch a live region that is
 * already there, so both regions stay in the document and their content is replaced.
 */
export function Announcements() {
  const { text, isAlert, count } = latest.value;
  const toast = text && (
    <span class="toast" key={count}>
      {text}
    </span>
  );
  return (
    <>
      <p class="announcements" role="status">
        {!isAlert && toast}
      </p>
      <p class="announcements" role="alert">
        {isAlert && toast}
      </p>
    </>
  );
}
