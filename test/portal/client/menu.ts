import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { LANGUAGE_NAMES } from './labels/languages.ts';

/** Links that reload the page in another language. */
export function LanguageLinks({ hash = '' }: { hash?: string }): VNode {
  const links = Object.entries(LANGUAGE_NAMES).map(
    ([code, name]) => html`<a key=${code} href=${`?lang=${code}${hash}`}>${name}</a>`,
  );
  return html`<span>${links}</span>`;
}

/** Signing out changes something, so it is a form. */
export function SignOut({ text }: { text: string }): VNode {
  return html`<form method="post" action="/logout"><button>${text}</button></form>`;
}
