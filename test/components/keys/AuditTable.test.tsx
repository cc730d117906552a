// @vitest-environment happy-dom
import { render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { AuditTable } from '../../../components/keys/AuditTable';
import { daysAgo, draftsOf, key, prepare } from '../prepare';

prepare();

const KEYS = [
  key('key 10', '10.0.0.10', daysAgo(3)),
  key('Étiquettes', null, null),
  key('key 9', '10.0.0.9', daysAgo(50)),
  key('abandoned', '10.0.0.2', daysAgo(100)),
];

function show() {
  const onExport = vi.fn<(csv: string) => void>();
  const done = async () => null;
  render(
    <AuditTable
      keys={KEYS}
      query=""
      onNameCopied={vi.fn()}
      drafts={draftsOf()}
      unusedDays={[45, 90]}
      onExport={onExport}
      onRename={done}
      onRevoke={done}
    />,
  );
  return { user: userEvent.setup(), onExport };
}

const table = () => within(screen.getByRole('table', { name: 'API keys' }));
const names = () =>
  table()
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('cell')[0]?.textContent);
const heading = (name: string) => table().getByRole('columnheader', { name });
const sortBy = (name: string) => within(heading(name)).getByRole('button');
const RECENT_FIRST = ['key 10', 'key 9', 'abandoned', 'Étiquettes'];

test('lists the most recently used keys first', () => {
  show();
  expect(names()).toEqual(RECENT_FIRST);
  expect(heading('Last activity').getAttribute('aria-sort')).toBe('descending');
  expect(heading('Name').getAttribute('aria-sort')).toBe('none');
});

test('shows the details of each key, and names the key on its buttons', () => {
  show();
  const row = table().getByRole('row', { name: /^abandoned/ });
  const cells = within(row).getAllByRole('cell');
  expect(cells.slice(0, 2).map((cell) => cell.textContent)).toEqual(['abandoned', '10.0.0.2']);
  expect(cells[2]?.textContent).toMatch(/^3 months ago/);
  expect(within(row).getByRole('button', { name: 'Rename abandoned' })).toBeTruthy();
  expect(within(row).getByRole('button', { name: 'Revoke abandoned' })).toBeTruthy();
});

test.each([
  ['Name', 'ascending', ['abandoned', 'Étiquettes', 'key 9', 'key 10']],
  ['Last IP', 'ascending', ['abandoned', 'key 9', 'key 10', 'Étiquettes']],
  ['Last activity', 'ascending', ['abandoned', 'key 9', 'key 10', 'Étiquettes']],
])('clicking %s sorts by it, %s, and says so', async (column, direction, sorted) => {
  const { user } = show();
  await user.click(sortBy(column));
  expect(names()).toEqual(sorted);
  expect(heading(column).getAttribute('aria-sort')).toBe(direction);
});

test('a second click reverses the order and keeps missing values last', async () => {
  const { user } = show();
  await user.dblClick(sortBy('Last IP'));
  expect(names()).toEqual(['key 10', 'key 9', 'abandoned', 'Étiquettes']);
  expect(heading('Last IP').getAttribute('aria-sort')).toBe('descending');
});

describe('the filter', () => {
  test.each([
    ['All', RECENT_FIRST, '4 keys'],
    ['Never used', ['Étiquettes'], '1 key'],
    ['Unused for over 45 days', ['key 9', 'abandoned', 'Étiquettes'], '3 keys'],
    ['Unused for over 90 days', ['abandoned', 'Étiquettes'], '2 keys'],
  ])('%s shows %j', async (filter, shown, count) => {
    const { user } = show();
    await user.click(screen.getByRole('radio', { name: filter }));
    expect(names()).toEqual(shown);
    expect(screen.getByText(count).role).toBe('status');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: filter }).checked).toBe(true);
  });

  test('is a named group', () => {
    show();
    expect(screen.getByRole('group', { name: 'Show' })).toBeTruthy();
  });
});

test('exports the rows on show, in their order', async () => {
  const { user, onExport } = show();
  await user.click(screen.getByRole('radio', { name: 'Unused for over 45 days' }));
  await user.click(sortBy('Name'));
  await user.click(screen.getByRole('button', { name: 'Export CSV' }));
  const lines = onExport.mock.calls[0]?.[0].trim().split('\r\n') ?? [];
  expect(lines[0]).toBe('Name,Last IP,Last activity');
  expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual([
    'abandoned',
    'Étiquettes',
    'key 9',
  ]);
});
