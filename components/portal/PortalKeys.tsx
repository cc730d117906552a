import { useSignal } from '@preact/signals';
import { Plus } from 'lucide';
import { useEffect } from 'preact/hooks';
import { t } from '../../utils/browser/i18n';
import type { Drafts } from '../../utils/keys/drafts';
import type { Handoff } from '../../utils/keys/handoff';
import type { KeysModel } from '../../utils/keys/model';
import type { Portal } from '../../utils/stored/portals';
import { Icon } from '../common/Icon';
import { lazily } from '../common/lazily';
import { type ProblemAction, problemText } from '../common/problem-text';
import type { HandoffEvents, KeyEvents } from '../keys/events';
import { SearchBox } from '../keys/SearchBox';
import { useGenerating } from '../keys/useGenerating';
import { FoundKeys, type RenderList } from './FoundKeys';
import { handoffEvents } from './handoff-events';
import { keyEvents } from './key-events';

const GenerateForm = lazily(() =>
  import('../keys/GenerateForm').then((module) => module.GenerateForm),
);
const HandoffCard = lazily(() =>
  import('../keys/HandoffCard').then((module) => module.HandoffCard),
);
const ProblemNote = lazily(() => import('./ProblemNote').then((module) => module.ProblemNote));

interface Events
  extends Pick<KeyEvents, 'onNameCopied'>,
    Pick<HandoffEvents, 'onCopied' | 'onFinish' | 'onRecheck'> {
  /** resolves once the background has accepted the request, rejects when it could not be reached */
  onGenerate(name: string): Promise<void>;
  onAction(action: ProblemAction): void;
}

interface Props extends Events {
  portal: Portal;
  model: KeysModel;
  handoffs: Handoff[];
  drafts: Drafts;
  renderList: RenderList;
}

/** The keys of one portal and everything that can be done with them. */
export function PortalKeys({ portal, model, handoffs, drafts, renderList, ...events }: Props) {
  const query = useSignal('');
  const { form, open, opener } = useGenerating(drafts, (name) =>
    events.onGenerate(name).then(
      () => null,
      () => problemText({ kind: 'interrupted' }, portal.label),
    ),
  );
  // The popup opens faster without the form, which is there by the time that somebody asks for it.
  useEffect(() => void GenerateForm.preload(), []);
  const keys = model.keys.value;
  const problem = model.problem.value;
  const shownTo = model.list.value?.userName ?? null;
  const onKey = keyEvents({ portal, model, drafts, shownTo });
  const onHandoff = { ...events, ...handoffEvents(events.onFinish, onKey.onRevoke, open) };

  return (
    <>
      {handoffs.map((handoff) => (
        <HandoffCard key={handoff.id} handoff={handoff} portal={portal} {...onHandoff} />
      ))}
      {problem && <ProblemNote problem={problem} portal={portal} onAction={events.onAction} />}
      {form && <GenerateForm names={keys?.map(({ name }) => name) ?? []} {...form} />}
      {keys && (
        <>
          <div class="toolbar">
            <SearchBox query={query} />
            {!form && (
              <button ref={opener} type="button" class="button primary" onClick={() => open('')}>
                <Icon of={Plus} />
                {t('generateApiKey')}
              </button>
            )}
          </div>
          <FoundKeys
            {...{ keys, query, renderList, drafts, ...onKey }}
            onNameCopied={events.onNameCopied}
          />
        </>
      )}
      {!keys && !problem && <p class="empty working">{t('loading')}</p>}
    </>
  );
}
