import { useComputed, useSignal } from '@preact/signals';
import { KeyRound, Plus } from 'lucide';
import type { VNode } from 'preact';
import { t } from '../../utils/browser/i18n';
import type { Drafts } from '../../utils/keys/drafts';
import type { Handoff } from '../../utils/keys/handoff';
import type { KeysModel } from '../../utils/keys/model';
import { searchKeys } from '../../utils/keys/search';
import type { Problem } from '../../utils/portal/errors';
import type { ApiKey } from '../../utils/portal/schema';
import type { Portal } from '../../utils/stored/portals';
import { announce } from '../common/announce';
import { Icon } from '../common/Icon';
import { lazily } from '../common/lazily';
import { problemText, type Way } from '../common/problem-text';
import { GenerateForm } from '../keys/GenerateForm';
import type { HandoffEvents } from '../keys/HandoffCard';
import type { KeyEvents } from '../keys/KeyActions';
import { SearchBox } from '../keys/SearchBox';
import { ProblemNote } from './ProblemNote';

const HandoffCard = lazily(async () => (await import('../keys/HandoffCard')).HandoffCard);

/** Lays out the keys that were found, as fits the window. */
export type RenderList = (
  props: KeyEvents & {
    /** those that the search found */
    keys: ApiKey[];
    query: string;
    /** how many there are in all */
    total: number;
  },
) => VNode;

interface Events extends Pick<HandoffEvents, 'onCopied' | 'onFinish' | 'onSettle'> {
  onNameCopied(): void;
  onGenerate(name: string): void;
  onWay(way: Way): void;
}

interface Props extends Events {
  portal: Portal;
  model: KeysModel;
  handoffs: Handoff[];
  drafts: Drafts;
  renderList: RenderList;
}

/** The keys of one portal and all that can be done with them. */
export function PortalKeys({ portal, model, handoffs, drafts, renderList, ...events }: Props) {
  const query = useSignal('');
  const form = useSignal(drafts.get('generate'));
  const found = useComputed(() => searchKeys(model.keys.value ?? [], query.value));
  const keys = model.keys.value;
  const problem = model.problem.value;
  const shownTo = model.list.value?.userName ?? null;

  const openForm = (name: string | null) => {
    form.value = name;
    drafts.keep('generate', name ?? '');
  };
  const sentence = (failed: Problem | null) => failed && problemText(failed, portal.label);
  const keyEvents: KeyEvents = {
    drafts,
    onNameCopied: events.onNameCopied,
    async onRename(key, name) {
      const failed = await model.rename(key, shownTo, name);
      if (!failed) announce(t('renamed', name));
      return sentence(failed);
    },
    async onRevoke(key) {
      const failed = await model.revoke(key, shownTo);
      if (!failed) announce(t('revoked', key.name));
      // Who has signed in again is asked again.
      if (failed?.kind === 'signed-out') drafts.keep(`revoke ${key.id}`, key.name);
      return sentence(failed);
    },
  };
  const handoffEvents: HandoffEvents = {
    ...events,
    onAgain(handoff) {
      events.onFinish(handoff);
      openForm(handoff.name);
    },
    async onRevoke(handoff, key) {
      const failed = await keyEvents.onRevoke(key);
      if (failed) announce(failed, true);
      else events.onFinish(handoff);
    },
  };

  return (
    <>
      {handoffs.map((handoff) => (
        <HandoffCard key={handoff.id} handoff={handoff} portal={portal} {...handoffEvents} />
      ))}
      {problem && <ProblemNote problem={problem} portal={portal} onWay={events.onWay} />}
      {form.value !== null && (
        <GenerateForm
          names={keys?.map(({ name }) => name) ?? []}
          draft={form.value}
          onDraft={(name) => drafts.keep('generate', name)}
          onCancel={() => openForm(null)}
          onGenerate={(name) => {
            openForm(null);
            events.onGenerate(name);
          }}
        />
      )}
      {keys && (
        <>
          <div class="toolbar">
            <SearchBox query={query} />
            {form.value === null && (
              <button type="button" class="button primary" onClick={() => openForm('')}>
                <Icon of={Plus} />
                {t('generateApiKey')}
              </button>
            )}
          </div>
          {found.value.length > 0 &&
            renderList({
              keys: found.value,
              query: query.value,
              total: keys.length,
              ...keyEvents,
            })}
          {keys.length === 0 && <NoKeys />}
          {keys.length > 0 && found.value.length === 0 && (
            <NoMatch
              onClear={() => {
                query.value = '';
              }}
            />
          )}
        </>
      )}
      {!keys && !problem && <p class="empty working">{t('loading')}</p>}
    </>
  );
}

function NoKeys() {
  return (
    <div class="empty">
      <Icon of={KeyRound} />
      <p class="strong">{t('noKeys')}</p>
      <p>{t('noKeysHint')}</p>
    </div>
  );
}

function NoMatch({ onClear }: { onClear(): void }) {
  return (
    <div class="empty" role="status">
      <p>{t('noMatch')}</p>
      <button type="button" class="link" onClick={onClear}>
        {t('clearSearch')}
      </button>
    </div>
  );
}
