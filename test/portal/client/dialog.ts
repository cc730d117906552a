/// <reference lib="dom" />
import { html } from 'htm/preact';
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { css } from './class-names.ts';
import { config } from './config.ts';
import { labels } from './labels/common.ts';

const isCustom = config.layout === 'custom';

interface DialogProps {
  title: string;
  /** The text of the button that confirms. */
  submit: string;
  onSubmit: (form: FormData) => void;
  onCancel: () => void;
  danger?: boolean;
  children: ComponentChildren;
}

/** A modal question; Escape and Cancel change nothing. */
export function Dialog(props: DialogProps): VNode {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('input, button[type=submit]');
    first?.focus();
  }, []);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (form.current) props.onSubmit(new FormData(form.current));
  };
  const cancelOnEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') props.onCancel();
  };

  return html`<div class=${css('backdrop', isCustom && 'ant-modal-wrap')} onKeyDown=${cancelOnEscape}>
    <form
      ref=${form}
      class=${css('dialog', isCustom && 'ant-modal')}
      role="dialog"
      aria-modal="true"
      aria-label=${props.title}
      onSubmit=${submit}
    >
      <h3>${props.title}</h3>
      ${props.children}
      <footer>
        <button type="button" class=${css('plain')} onClick=${props.onCancel}>${labels.cancel}</button>
        <button type="submit" class=${css(props.danger ? 'danger' : 'primary')}>${props.submit}</button>
      </footer>
    </form>
  </div>`;
}
