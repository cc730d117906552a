import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n';
import { type AddressProblem, readAddress } from '../../utils/portal/address';
import { Field } from '../common/Field';

interface Props {
  /** gives a sentence when it failed, `null` when it was done */
  onConnect(origin: string): Promise<string | null>;
}

const PROBLEMS = {
  empty: 'addressEmpty',
  malformed: 'addressMalformed',
  insecure: 'addressInsecure',
} as const satisfies Record<AddressProblem, string>;

/** Connects a portal by its address. */
export function AddPortal({ onConnect }: Props) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState('');

  async function submit(event: Event) {
    event.preventDefault();
    const address = readAddress(typed);
    if ('problem' in address) return setProblem(t(PROBLEMS[address.problem]));
    const failed = await onConnect(address.origin);
    setProblem(failed ?? '');
    if (failed === null) setTyped('');
  }

  return (
    <form class="card add-portal" onSubmit={submit}>
      <h2>{t('addPortal')}</h2>
      <div class="field-row">
        <Field
          label={t('address')}
          value={typed}
          onType={setTyped}
          hint={t('addressHint')}
          problem={problem}
          inputMode="url"
        />
        <button type="submit" class="button primary">
          {t('connectThis')}
        </button>
      </div>
      <p class="hint">{t('connectWhy')}</p>
    </form>
  );
}
