// @vitest-environment happy-dom
import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'preact';
import { expect, test, vi } from 'vitest';
import { Announcements } from '../../../components/common/announce';
import { PortalHeader } from '../../../components/portal/PortalHeader';
import type { Portal } from '../../../utils/stored/portals';
import { PORTAL, prepare } from '../prepare';

prepare();

const OTHER: Portal = { origin: 'https://other.example.com', label: 'Other', color: 'red' };

function show(props: Partial<ComponentProps<typeof PortalHeader>> = {}) {
  const onSelect = vi.fn();
  const onRefresh = vi.fn();
  render(
    <>
      <PortalHeader
        portals={[PORTAL]}
        portal={PORTAL}
        session="signed-in"
        userName={null}
        endpoint={null}
        loading={false}
        onEndpointCopied={vi.fn()}
        onSelect={onSelect}
        onRefresh={onRefresh}
        {...props}
      />
      <Announcements />
    </>,
  );
  return { user: userEvent.setup(), onSelect, onRefresh };
}

test.each([
  ['signed-in', null, false, 'Signed in'],
  ['signed-in', 'mfortin', false, 'Signed in as mfortin'],
  ['signed-in', 'mfortin', true, 'Signed in as mfortin'],
  ['signed-out', 'mfortin', false, 'Signed out'],
  ['unknown', null, true, 'Checking…'],
  ['unknown', 'mfortin', false, 'Sign-in status unknown'],
] as const)(
  'a session that is %s (%s, loading %s) reads %j',
  (session, userName, loading, text) => {
    show({ session, userName, loading });
    expect(screen.getByText(text)).toBeTruthy();
  },
);

test('shows one portal as a heading, and several as a choice', async () => {
  show();
  expect(screen.getByRole('heading', { name: 'Example portal' })).toBeTruthy();
  expect(screen.queryByRole('combobox')).toBeNull();
});

test('selects another portal by its label', async () => {
  const { user, onSelect } = show({ portals: [PORTAL, OTHER] });
  await user.selectOptions(screen.getByRole('combobox', { name: 'Portal' }), 'Other');
  expect(onSelect.mock.calls).toEqual([[OTHER.origin]]);
});

test('Copy endpoint copies it', async () => {
  const { user } = show({ endpoint: 'https://portal.example.com/api/v2' });
  await user.click(screen.getByRole('button', { name: 'Copy endpoint' }));
  expect(await navigator.clipboard.readText()).toBe('https://portal.example.com/api/v2');
});

test('says where to find an unknown endpoint', async () => {
  const { user } = show();
  await user.click(screen.getByRole('button', { name: 'Copy endpoint' }));
  expect((await screen.findByText(/The endpoint is not known yet/)).parentElement?.role).toBe(
    'alert',
  );
});

test('Refresh refreshes', async () => {
  const { user, onRefresh } = show({ loading: true });
  const refresh = screen.getByRole('button', { name: 'Refresh' });
  expect(refresh.getAttribute('aria-busy')).toBe('true');
  await user.click(refresh);
  expect(onRefresh).toHaveBeenCalledOnce();
});
