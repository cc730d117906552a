// @vitest-environment happy-dom

import { signal } from '@preact/signals';
import { render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { Announcements } from '../../../components/common/announce';
import { KeyList } from '../../../components/keys/KeyList';
import { SearchBox } from '../../../components/keys/SearchBox';
import { daysAgo, draftsOf, key, prepare } from '../prepare';

prepare();

const KEYS = [
  key('deploy', '10.0.0.1', daysAgo(3)),
  key('nightly backup'),
  key('reports', '2001:db8::1', daysAgo(100)),
];

function show(keys = KEYS, total = keys.length) {
  const onRename = vi.fn(async (): Promise<string | null> => null);
  const onRevoke = vi.fn(async (): Promise<string | null> => null);
  render(
    <>
      <SearchBox query={signal('')} />
      <KeyList
        onNameCopied={vi.fn()}
        drafts={draftsOf()}
        keys={keys}
        query=""
        total={total}
        onRename={onRename}
        onRevoke={onRevoke}
      />
      <Announcements />
    </>,
  );
  return { user: userEvent.setup(), onRename, onRevoke };
}

const rows = () => within(screen.getByRole('list', { name: 'API keys' })).getAllByRole('listitem');
const button = (name: string) => screen.getByRole('button', { name });

test('shows each key as a row with its name, last IP and last activity', () => {
  show();
  expect(rows().map((row) => row.textContent)).toEqual([
    expect.stringMatching(/^deploy.*10\.0\.0\.1.*3 days ago/),
    expect.stringMatching(/^nightly backup.*Never used$/),
    expect.stringMatching(/^reports.*2001:db8::1.*3 months ago/),
  ]);
});

test('names the key on every button', () => {
  show();
  const names = rows().map((row) =>
    within(row)
      .getAllByRole('button')
      .map((each) => each.getAttribute('aria-label')),
  );
  expect(names).toEqual(
    KEYS.map(({ name }) => [`Copy ${name}`, `Rename ${name}`, `Revoke ${name}`]),
  );
});

test.each([
  [3, '3 keys'],
  [7, '3 of 7'],
])('counts %i keys as %j', (total, count) => {
  show(KEYS, total);
  expect(screen.getByText(count).role).toBe('status');
});

test('confirms that a name was copied', async () => {
  const { user } = show();
  await user.click(button('Copy nightly backup'));
  expect(await navigator.clipboard.readText()).toBe('nightly backup');
  expect((await screen.findByText('Copied')).parentElement?.role).toBe('status');
});

test('alerts when copying fails', async () => {
  const { user } = show();
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'));
  await user.click(button('Copy deploy'));
  expect((await screen.findByText(/Could not copy/)).parentElement?.role).toBe('alert');
});

describe('a list too long for the window', () => {
  let seen: (entries: { isIntersecting: boolean }[]) => void = () => {};
  const many = Array.from({ length: 100 }, (_, at) => key(`key ${at}`));

  test('adds rows only as its end is scrolled into view', async () => {
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        constructor(callback: typeof seen) {
          seen = callback;
        }
        observe() {}
        disconnect() {}
      },
    );
    show(many);
    expect(rows().length).toBeLessThan(100);
    seen([{ isIntersecting: false }]);
    expect(rows().length).toBeLessThan(100);
    await vi.waitFor(() => {
      seen([{ isIntersecting: true }]);
      expect(rows()).toHaveLength(100);
    });
    vi.unstubAllGlobals();
  });
});

describe('the arrow keys', () => {
  test('move from the search box down one column of buttons and back', async () => {
    const { user } = show();
    await user.click(screen.getByRole('searchbox', { name: 'Search keys' }));
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(button('Copy deploy'));
    await user.tab();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.activeElement).toBe(button('Rename reports'));
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(button('Rename reports'));
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(document.activeElement).toBe(button('Rename deploy'));
    await user.keyboard('{ArrowUp}');
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
  });

  test('stay in the text box of a row that is being renamed', async () => {
    const { user } = show();
    await user.click(button('Rename nightly backup'));
    const box = screen.getByRole('textbox', { name: /New name/ });
    await user.click(box);
    await user.keyboard('{ArrowDown}{ArrowUp}');
    expect(document.activeElement).toBe(box);
  });
});
