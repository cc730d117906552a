// @vitest-environment happy-dom
import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { ConnectCard } from '../../../components/portal/ConnectCard';
import { AddPortal } from '../../../components/settings/AddPortal';
import { PORTAL, prepare } from '../prepare';

prepare();

describe('the page in front', () => {
  function show(props: { origin: string | null; recognised: boolean; first: boolean }) {
    const onConnect = vi.fn();
    const onAddress = vi.fn();
    render(<ConnectCard {...props} onConnect={onConnect} onAddress={onAddress} />);
    return { onConnect, onAddress };
  }
  const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

  test.each([
    [true, 'portal.example.com looks like a CloudMC portal.'],
    [false, 'Is portal.example.com a CloudMC portal?'],
  ])('can be connected (recognised: %s)', async (recognised, sentence) => {
    const { onConnect } = show({ origin: PORTAL.origin, recognised, first: true });
    expect(screen.getByText(sentence)).toBeTruthy();
    await press('Connect this portal');
    expect(onConnect.mock.calls).toEqual([[PORTAL.origin]]);
  });

  test('leaves only the choice of an address when it is not a web page', async () => {
    const { onAddress } = show({ origin: null, recognised: false, first: true });
    expect(screen.queryByRole('button', { name: 'Connect this portal' })).toBeNull();
    await press('Add by address');
    expect(onAddress).toHaveBeenCalledOnce();
  });

  test('is offered quietly once a portal is connected', () => {
    show({ origin: PORTAL.origin, recognised: false, first: false });
    expect(screen.queryByRole('heading')).toBeNull();
    expect(screen.getByRole('button', { name: 'Connect this portal' })).toBeTruthy();
  });

  test('is not mentioned when it is not a web page and a portal is connected', () => {
    show({ origin: null, recognised: false, first: false });
    expect(document.body.textContent).toBe('');
  });
});

describe('an address', () => {
  function show(answer: string | null = null) {
    const onConnect = vi.fn(async () => answer);
    render(<AddPortal onConnect={onConnect} />);
    return { user: userEvent.setup(), onConnect };
  }
  const box = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Address' });

  test('connects its portal and clears the field', async () => {
    const { user, onConnect } = show();
    await user.type(box(), ' portal.example.com/login {Enter}');
    expect(onConnect.mock.calls).toEqual([['https://portal.example.com']]);
    await vi.waitFor(() => expect(box().value).toBe(''));
  });

  test.each([
    ['{Enter}', /^Enter the portal’s address/],
    ['portal{Enter}', /^This is not a web address/],
    ['http://portal.example.com{Enter}', /^Enter an https address/],
  ])('%j is rejected with a reason', async (typed, why) => {
    const { user, onConnect } = show();
    await user.type(box(), typed);
    expect(screen.getByRole('alert').textContent).toMatch(why);
    expect(onConnect).not.toHaveBeenCalled();
  });

  test('stays in the field when access is denied, and says so', async () => {
    const { user } = show('Access was denied.');
    await user.type(box(), 'portal.example.com');
    await user.click(screen.getByRole('button', { name: 'Connect this portal' }));
    expect((await screen.findByRole('alert')).textContent).toBe('Access was denied.');
    expect(box().value).toBe('portal.example.com');
  });
});
