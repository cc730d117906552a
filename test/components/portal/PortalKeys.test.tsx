// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { Announcements } from '../../../components/common/announce';
import { problemText } from '../../../components/common/problem-text';
import { KeyList } from '../../../components/keys/KeyList';
import { PortalKeys } from '../../../components/portal/PortalKeys';
import type { Handoff } from '../../../utils/keys/handoff';
import { createKeysModel } from '../../../utils/keys/model';
import type { PortalClient } from '../../../utils/portal/client';
import { PortalError } from '../../../utils/portal/errors';
import { draftsOf, key, PORTAL, prepare } from '../prepare';

prepare();

const KEYS = [key('deploy', '10.0.0.1'), key('nightly backup'), key('déploiement')];
const ASKED = { id: '1', origin: PORTAL.origin, store: '', name: 'deploy' };
const REFUSED: Handoff = { ...ASKED, phase: 'failed', problem: { kind: 'forbidden' } };
const LOST: Handoff = {
  ...ASKED,
  phase: 'lost',
  knownIds: [],
  created: KEYS.slice(0, 1),
  openUntil: 0,
  problem: { kind: 'unknown-outcome' },
};

const READY: Handoff = {
  ...ASKED,
  phase: 'ready',
  keyId: '7',
  knownIds: [],
  value: 'bG9yZW0+aXBzdW0/ZG9sbw==',
  copied: false,
  expiresAt: Date.now() + 60_000,
};

const refuse = () => Promise.reject(new PortalError({ kind: 'unreachable' }));

interface Scene {
  client?: Partial<PortalClient>;
  known?: typeof KEYS | null;
  handoffs?: Handoff[];
  saved?: Record<string, string>;
  generate?: () => Promise<void>;
}
function show({
  client = {},
  known = KEYS,
  handoffs = [],
  saved = {},
  generate = async () => {},
}: Scene = {}) {
  const rename = vi.fn(async () => {});
  const revoke = vi.fn(async () => {});
  const portal: PortalClient = {
    list: async () => KEYS,
    generate: refuse,
    rename,
    revoke,
    account: async () => null,
    ...client,
  };
  const nothing = async () => {};
  const model = createKeysModel(
    { client: async () => portal, keep: nothing, learn: nothing, now: Date.now },
    known && { keys: known, readAt: 0, userName: null },
  );
  const events = {
    onGenerate: vi.fn(generate),
    onAction: vi.fn(),
    onCopied: vi.fn(),
    onFinish: vi.fn(),
    onRecheck: vi.fn(),
  };
  const drafts = draftsOf(saved);
  render(
    <>
      <PortalKeys
        portal={PORTAL}
        model={model}
        handoffs={handoffs}
        onNameCopied={vi.fn()}
        drafts={drafts}
        renderList={(props) => <KeyList {...props} />}
        {...events}
      />
      <Announcements />
    </>,
  );
  return { user: userEvent.setup(), model, revoke, rename, kept: drafts.kept, ...events };
}

const search = () => screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search keys' });
const form = () => screen.queryByRole('form', { name: 'Generate API key' });
const button = (name: string) => screen.getByRole('button', { name });
const rows = () => screen.queryAllByRole('listitem').map((row) => row.querySelector('span')?.title);

describe('the list', () => {
  test('shows that it is loading', async () => {
    const { model } = show({ known: null });
    expect(screen.getByText('Loading keys…')).toBeTruthy();
    await model.refresh();
    await vi.waitFor(() => expect(rows()).toHaveLength(3));
    expect(screen.queryByText('Loading keys…')).toBeNull();
  });

  test('says how to start when it is empty', () => {
    show({ known: [] });
    expect(screen.getByText('No API keys yet.')).toBeTruthy();
    expect(button('Generate API key')).toBeTruthy();
  });

  test('stays visible beside an error', async () => {
    const { model, onAction, user } = show({ client: { list: refuse } });
    await model.refresh();
    expect((await screen.findByText(/cannot be reached/)).closest('[role=alert]')).toBeTruthy();
    expect(rows()).toHaveLength(3);
    await user.click(button('Try again'));
    expect(onAction.mock.calls).toEqual([['refresh']]);
  });

  test('is hidden when the user is signed out, and so is the generate button', async () => {
    const signedOut = () => Promise.reject(new PortalError({ kind: 'signed-out' }));
    const { model } = show({ client: { list: signedOut } });
    await model.refresh();
    await screen.findByText(/You are signed out of Example portal/);
    expect(rows()).toEqual([]);
    expect(screen.queryByRole('button', { name: 'Generate API key' })).toBeNull();
  });
});

describe('searching', () => {
  test('has focus from the start, and filters the list while typing', async () => {
    const { user } = show();
    await vi.waitFor(() => expect(document.activeElement).toBe(search()));
    await user.keyboard('deploi');
    expect(rows()).toEqual(['déploiement']);
    expect(screen.getByText('1 of 3').role).toBe('status');
  });

  test.each(['Escape', 'Clear search'])('%s shows all keys again', async (way) => {
    const { user } = show();
    await user.type(search(), 'nothing like it');
    expect(screen.getByText('No keys match.')).toBeTruthy();
    expect(rows()).toEqual([]);
    if (way === 'Escape') await user.keyboard('{Escape}');
    else await user.click(button(way));
    expect(rows()).toHaveLength(3);
    expect(search().value).toBe('');
  });
});

describe('generating', () => {
  const field = { name: 'Name' };
  const box = () => screen.getByRole<HTMLInputElement>('textbox', field);
  const findBox = () => screen.findByRole<HTMLInputElement>('textbox', field);
  const type = async (user: ReturnType<typeof userEvent.setup>, keys: string) => {
    await user.click(button('Generate API key'));
    await user.type(await findBox(), keys);
  };

  test('asks for a name, and keeps it until the request is accepted', async () => {
    const accepted = Promise.withResolvers<void>();
    const { user, onGenerate, kept } = show({ generate: () => accepted.promise });
    await type(user, 'x{Enter}');
    expect(onGenerate.mock.calls).toEqual([['x']]);
    expect(Object.fromEntries(kept)).toEqual({ generate: 'x' });
    expect(box().value).toBe('x');
    accepted.resolve();
    await vi.waitFor(() => expect(form()).toBeNull());
    expect(kept.size).toBe(0);
  });

  test('that was rejected keeps the name, says why, and can be tried again', async () => {
    const generate = vi.fn(async () => {}).mockRejectedValueOnce(new Error('no receiver'));
    const { user, onGenerate, kept } = show({ generate });
    await type(user, 'x{Enter}');
    expect(
      await screen.findByText(problemText({ kind: 'interrupted' }, PORTAL.label)),
    ).toHaveProperty('role', 'status');
    expect(box().value).toBe('x');
    expect(Object.fromEntries(kept)).toEqual({ generate: 'x' });
    await user.keyboard('{Enter}');
    await vi.waitFor(() => expect(form()).toBeNull());
    expect(onGenerate.mock.calls).toEqual([['x'], ['x']]);
    expect(kept.size).toBe(0);
  });

  test('moves focus to a key that arrived before the form closed', async () => {
    const accepted = Promise.withResolvers<void>();
    const { user } = show({ generate: () => accepted.promise, handoffs: [READY] });
    await type(user, 'x{Enter}');
    const copy = await screen.findByRole('button', { name: 'Copy key' });
    expect(document.activeElement).toBe(box());
    accepted.resolve();
    await vi.waitFor(() => expect(document.activeElement).toBe(copy));
  });

  test('resumes where a closed window left off', async () => {
    show({ saved: { generate: 'half a na' } });
    expect((await findBox()).value).toBe('half a na');
  });

  test('that is cancelled forgets what was typed', async () => {
    const { user, kept } = show({ saved: { generate: 'half a na' } });
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(kept.size).toBe(0);
    expect(form()).toBeNull();
    await vi.waitFor(() => expect(document.activeElement).toBe(button('Generate API key')));
  });

  test('again starts with the rejected name', async () => {
    const { user, onFinish } = show({ handoffs: [REFUSED] });
    await user.click(await screen.findByRole('button', { name: 'Generate again' }));
    expect(onFinish.mock.calls).toEqual([[REFUSED]]);
    expect((await findBox()).value).toBe('deploy');
  });
});

describe('unfinished work', () => {
  const revoking = () => screen.findByRole('dialog', { name: 'Revoke API key' });
  const refuseTo = (kind: 'signed-out' | 'forbidden') => ({
    revoke: () => Promise.reject(new PortalError({ kind })),
  });

  test('brings a typed name back in the next window', async () => {
    const { user, kept } = show();
    await user.click(button('Rename deploy'));
    await user.type(screen.getByRole('textbox', { name: 'New name of deploy' }), ' 2');
    cleanup();
    show({ saved: Object.fromEntries(kept) });
    const box = screen.getByRole<HTMLInputElement>('textbox', { name: 'New name of deploy' });
    expect(box.value).toBe('deploy 2');
  });

  test('drops a typed name when it is sent', async () => {
    const { user, kept, rename } = show({ saved: { 'rename id of deploy': 'deploy 2' } });
    await user.click(button('Save'));
    expect(rename).toHaveBeenCalledWith('id of deploy', 'deploy 2');
    expect(kept.size).toBe(0);
  });

  test('asks again after sign-in about a revocation that the ended session refused', async () => {
    const { user, kept } = show({ client: refuseTo('signed-out') });
    await user.click(button('Revoke deploy'));
    await revoking();
    await user.click(button('Revoke'));
    await vi.waitFor(() => expect(kept.size).toBe(1));
    cleanup();
    const next = show({ saved: Object.fromEntries(kept) });
    expect((await revoking()).textContent).toContain('deploy');
    expect(next.revoke).not.toHaveBeenCalled();
    await next.user.click(button('Cancel'));
    expect(next.kept.size).toBe(0);
  });

  test('does not ask again about another key, nor after any other failure', async () => {
    show({ saved: { 'revoke id of deploy': 'another name' } });
    expect(screen.queryByRole('dialog')).toBeNull();
    cleanup();
    const { user, kept } = show({ client: refuseTo('forbidden') });
    await user.click(button('Revoke deploy'));
    await revoking();
    await user.click(button('Revoke'));
    await screen.findByText(/does not let your account/);
    expect(kept.size).toBe(0);
  });
});

describe('a change', () => {
  test('is announced when it succeeds', async () => {
    const { user } = show();
    await user.click(button('Revoke nightly backup'));
    const dialog = within(await screen.findByRole('dialog', { name: 'Revoke API key' }));
    await user.click(dialog.getByRole('button', { name: 'Revoke' }));
    const said = await screen.findByText('nightly backup was revoked.');
    expect(said.parentElement?.role).toBe('status');
    expect(rows()).toEqual(['deploy', 'déploiement']);
  });

  test('says why it failed, with the portal’s name', async () => {
    const { user } = show({ client: { rename: refuse } });
    await user.click(button('Rename deploy'));
    const box = screen.getByRole<HTMLInputElement>('textbox', { name: 'New name of deploy' });
    await user.clear(box);
    await user.type(box, 'renamed{Enter}');
    expect(await screen.findByText(/^Example portal cannot be reached/)).toBeTruthy();
    expect(box.value).toBe('renamed');
  });

  test('to a key that is gone is not sent, and the window says so', async () => {
    let keys = KEYS;
    const { user, revoke } = show({ client: { list: async () => keys } });
    await user.click(button('Revoke nightly backup'));
    const dialog = within(await screen.findByRole('dialog', { name: 'Revoke API key' }));
    keys = KEYS.filter(({ name }) => name !== 'nightly backup');
    await user.click(dialog.getByRole('button', { name: 'Revoke' }));
    expect(
      await screen.findByText(/^The keys on Example portal are no longer the ones shown/),
    ).toBeTruthy();
    expect(revoke).not.toHaveBeenCalled();
    expect(rows()).toEqual(['deploy', 'déploiement']);
  });
});

describe('a key whose value never arrived', () => {
  test('can be revoked on the spot', async () => {
    const { user, onFinish, revoke } = show({ handoffs: [LOST] });
    await user.click(button('Revoke it'));
    expect(revoke.mock.calls).toEqual([[KEYS[0]?.id]]);
    await vi.waitFor(() => expect(onFinish.mock.calls).toEqual([[LOST]]));
  });

  test('stays listed while revoking it fails', async () => {
    const { user, onFinish } = show({ handoffs: [LOST], client: { revoke: refuse } });
    await user.click(button('Revoke it'));
    const said = await screen.findByText(/^Example portal cannot be reached/);
    expect(said.parentElement?.role).toBe('alert');
    expect(onFinish).not.toHaveBeenCalled();
  });
});
