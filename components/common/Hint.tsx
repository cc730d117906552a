import { t } from '../../utils/browser/i18n';

interface Props {
  /** identifies the sentence, so that a field can name it as its description */
  id: string;
  /** one sentence: what everybody should know */
  text: string;
  /** the rest, for those who open it */
  more: string;
}

/** A short hint below a field, with the rest behind "More". */
export function Hint({ id, text, more }: Props) {
  return (
    <div class="hint">
      <p id={id}>{text}</p>
      <details class="more">
        <summary>{t('more')}</summary>
        <p>{more}</p>
      </details>
    </div>
  );
}
