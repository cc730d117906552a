// @vitest-environment happy-dom
import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { HandoffCard } from '../../../components/keys/HandoffCard';
import type { Handoff } from '../../../utils/keys/handoff';
import type { ApiKey } from '../../../utils/portal/schema';
import { key, PORTAL, prepare } from '../prepare';

prepare();

const ASKED = { id: '1', origin: PORTAL.origin, store: '', name: 'deploy' };
const MADE = key('deploy');
const lost = (created: ApiKey[] | null): Handoff => ({
  ...ASKED,
  phase: 'lost',
  knownIds: [],
  created,
  openUntil: 0,
  problem: { kind: 'unknown-outcome' },
});

function show(handoff: Handoff) {
  const events = {
    onCopied: vi.fn(),
    onFinish: vi.fn(),
    onRecheck: vi.fn(),
    onAgain: vi.fn(),
    onRevoke: vi.fn(),
  };
  render(<HandoffCard handoff={handoff} portal={PORTAL} {...events} />);
  return { user: userEvent.setup(), ...events };
}

const says = () => screen.getByRole('alert').textContent;
const buttons = () => screen.getAllByRole('button').map((each) => each.textContent);
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

test('says that the window may be closed while the request runs', () => {
  show({ ...ASKED, phase: 'sending', knownIds: null });
  expect(screen.getByRole('status').textContent).toMatch(/^Generating deploy….*close this window/);
  expect(screen.queryByRole('button')).toBeNull();
});

test('shows a new key until the user is done with it', async () => {
  const handoff: Handoff = {
    ...ASKED,
    phase: 'ready',
    keyId: '7',
    knownIds: [],
    value: 'bG9yZW0+aXBzdW0/ZG9sbw==',
    copied: true,
    expiresAt: Date.now() + 60_000,
  };
  const { onCopied, onFinish } = show(handoff);
  expect(screen.getByRole('region', { name: 'New API key' })).toBeTruthy();
  await press('Copy key');
  expect(onCopied.mock.calls).toEqual([[handoff]]);
  await press('Done');
  expect(onFinish.mock.calls).toEqual([[handoff]]);
});

describe('a rejected key', () => {
  const handoff: Handoff = { ...ASKED, phase: 'failed', problem: { kind: 'forbidden' } };

  test('says which one, and why', () => {
    show(handoff);
    expect(says()).toMatch(/^deploy was not generated\.Example portal does not let your account/);
  });

  test.each([
    ['Generate again', 'onAgain'],
    ['Close', 'onFinish'],
  ] as const)('%s', async (name, event) => {
    const events = show(handoff);
    await press(name);
    expect(events[event].mock.calls).toEqual([[handoff]]);
  });
});

describe('a response that never arrived', () => {
  test.each<[string, Handoff, RegExp, string[]]>([
    [
      'while the list is inconclusive',
      lost(null),
      /not yet clear whether a key named deploy exists/,
      ['Close', 'Check again'],
    ],
    [
      'when nothing was created',
      lost([]),
      /Nothing was created, so you can try again/,
      ['Close', 'Generate again'],
    ],
    [
      'when a key was created',
      lost([MADE]),
      /A key named deploy was created, but its value never arrived/,
      ['Close', 'Generate again', 'Revoke it'],
    ],
  ])('%s says so, and offers the right buttons', (_, handoff, sentence, ways) => {
    show(handoff);
    expect(says()).toMatch(sentence);
    expect(buttons()).toEqual(expect.arrayContaining(ways));
    expect(buttons()).toHaveLength(ways.length);
  });

  test('is checked again on a click', async () => {
    const handoff = lost(null);
    const { onRecheck } = show(handoff);
    await press('Check again');
    expect(onRecheck.mock.calls).toEqual([[handoff]]);
  });

  test('offers to revoke exactly the key that was created', async () => {
    const handoff = lost([MADE]);
    const { onRevoke } = show(handoff);
    await press('Revoke it');
    expect(onRevoke.mock.calls).toEqual([[handoff, MADE]]);
  });
});
