/// <reference lib="dom" />
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { ApiKey } from './api.ts';
import { Dialog } from './dialog.ts';
import { labels } from './labels/common.ts';
import type { Keys } from './use-keys.ts';

/** The open dialog. */
export type Question = { kind: 'generate' } | { kind: 'edit' | 'revoke'; apiKey: ApiKey };

interface KeyDialogsProps {
  question: Question | undefined;
  keys: Keys;
  words: { revokeTitle: string; revoke: string; generateTitle?: string; generate?: string };
  onGenerate?: (name: string) => void;
  onClose: () => void;
}

/** The dialogs for keys. They are outside the rows, because a redraw replaces those. */
export function KeyDialogs(props: KeyDialogsProps): VNode | null {
  const { question, keys, words, onGenerate, onClose } = props;
  if (!question) return null;
  if (question.kind === 'generate') {
    const generate = (form: FormData) => onGenerate?.(nameIn(form));
    return html`<${NameDialog}
      title=${words.generateTitle}
      submit=${words.generate}
      onSubmit=${generate}
      onCancel=${onClose}
    />`;
  }
  const { id, name } = question.apiKey;
  if (question.kind === 'edit') {
    const rename = (form: FormData) => {
      onClose();
      keys.rename(id, nameIn(form));
    };
    return html`<${NameDialog}
      title=${labels.edit}
      submit=${labels.save}
      name=${name}
      onSubmit=${rename}
      onCancel=${onClose}
    />`;
  }
  const revoke = () => {
    onClose();
    keys.revoke(id);
  };
  return html`<${Dialog}
    title=${words.revokeTitle}
    submit=${words.revoke}
    danger
    onSubmit=${revoke}
    onCancel=${onClose}
  >
    <p>${labels.stopsWorking} <b>${name}</b></p>
  <//>`;
}

interface NameDialogProps {
  title: string;
  submit: string;
  name?: string;
  onSubmit: (form: FormData) => void;
  onCancel: () => void;
}

function NameDialog({ name, ...rest }: NameDialogProps): VNode {
  return html`<${Dialog} ...${rest}>
    <label>
      ${labels.name}
      <input name="name" value=${name} required maxlength="255" autocomplete="off" />
    </label>
  <//>`;
}

function nameIn(form: FormData): string {
  return String(form.get('name'));
}
