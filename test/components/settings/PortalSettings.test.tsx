// @vitest-environment happy-dom
import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { PortalSettings } from '../../../components/settings/PortalSettings';
import { routesAt } from '../../../utils/portal/key-routes';
import type { Discovery, Portal } from '../../../utils/stored/portals';
import { PORTAL, prepare } from '../prepare';

prepare();

function show(set: Partial<Portal> = {}, discovery: Discovery = {}) {
  const onChange = vi.fn();
  const onRemove = vi.fn();
  const onTest = vi.fn(async () => 'The portal returned 3 keys.');
  const portal = { ...PORTAL, ...set };
  render(
    <PortalSettings
      portal={portal}
      discovery={discovery}
      onChange={onChange}
      onRemove={onRemove}
      onTest={onTest}
    />,
  );
  return { user: userEvent.setup(), onChange, onRemove, onTest };
}

const box = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
async function retype(name: string, text: string, end: string) {
  await userEvent.clear(box(name));
  await userEvent.type(box(name), `${text.replace(/[{[]/g, '$&$&')}${end}`);
}

test('is a region with the portal’s name and address', () => {
  show();
  expect(screen.getByRole('region', { name: 'Example portal' })).toBeTruthy();
  expect(screen.getByRole('heading', { name: PORTAL.origin })).toBeTruthy();
});

describe.each([
  ['{Enter}', 'Enter'],
  ['{Tab}', 'leaving the box'],
])('by %s', (end) => {
  test.each([
    ['Label', ' Production ', { label: 'Production' }],
    ['API keys path', '/rest/api_keys', { keysPath: '/rest/api_keys' }],
    ['API keys path', '/api/v2/users/me/keys/', { keysPath: '/api/v2/users/me/keys/' }],
    ['Endpoint', 'https://api.example.com/v2', { endpoint: 'https://api.example.com/v2' }],
    ['HTTP method for renaming', 'PATCH', { renameVerb: 'PATCH' }],
    ['Key name field', 'display_name', { nameField: 'display_name' }],
    ['Organization ID', 'c2f0a7d1-6b3e', { orgId: 'c2f0a7d1-6b3e' }],
  ])('%s is saved as %j', async (name, typed, saved) => {
    const { onChange } = show();
    await retype(name, typed, end);
    expect(onChange).toHaveBeenLastCalledWith({ ...PORTAL, ...saved });
  });

  test.each([
    ['Label', ' ', 'Enter a label for the portal.'],
    ['API keys path', 'rest/api_keys', /begins with a slash/],
    ['API keys path', '/rest/api keys', /begins with a slash/],
    ['API keys path', '/rest/keys?x=1', /begins with a slash/],
    ['API keys path', 'https://evil.example/keys', /begins with a slash/],
    ['API keys path', '//evil.example/keys', /begins with a slash/],
    ['API keys path', '/\\evil.example/keys', /begins with a slash/],
    ['Endpoint', 'api.example.com', /full address/],
    ['Endpoint', 'javascript:alert(1)', /full address/],
    ['HTTP method for renaming', 'DELETE', /PUT or PATCH/],
    ['Key name field', 'a"b', /letters, digits/],
  ])('%s is not saved as %j, and says why', async (name, typed, why) => {
    const { onChange } = show();
    await retype(name, typed, end);
    expect(onChange).not.toHaveBeenCalled();
    expect(screen.getByRole('alert').textContent).toMatch(why);
    expect(box(name).getAttribute('aria-invalid')).toBe('true');
    expect(box(name).value).toBe(typed);
  });

  test.each([
    ['API keys path', 'keysPath'],
    ['Endpoint', 'endpoint'],
  ])('emptying %s removes the setting', async (name, field) => {
    const { onChange } = show({ keysPath: '/keys', endpoint: 'https://api.example.com' });
    await retype(name, '', end);
    const saved = onChange.mock.lastCall?.[0];
    expect(saved).toMatchObject(PORTAL);
    expect(saved).not.toHaveProperty(field);
  });

  test('an unchanged field is not saved again', async () => {
    const { onChange } = show();
    await retype('Label', 'Example portal', end);
    expect(onChange).not.toHaveBeenCalled();
  });
});

test('lets the user choose a colour by its name', async () => {
  const { user, onChange } = show();
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Blue' }).checked).toBe(true);
  await user.click(screen.getByRole('radio', { name: 'Violet' }));
  expect(onChange.mock.calls).toEqual([[{ ...PORTAL, color: 'violet' }]]);
});

test.each<[Discovery, RegExp]>([
  [{}, /the one on the portal’s page/],
  [{ endpoint: 'https://a.example/api', endpointFrom: 'page' }, /a\.example\/api.*portal’s page/],
  [{ endpoint: 'https://a.example/api', endpointFrom: 'api' }, /Assumed.*a\.example\/api/],
])('shows the endpoint of %j as a hint, not as a setting', (discovery, hint) => {
  show({}, discovery);
  const id = box('Endpoint').getAttribute('aria-describedby') ?? '';
  expect(document.getElementById(id)?.textContent).toMatch(hint);
  expect(box('Endpoint').value).toBe('');
});

test.each([
  ['HTTP method for renaming', 'Found: PATCH'],
  ['Key name field', 'Found: title'],
  ['Organization ID', 'Found: 7'],
])('shows what was discovered for %s', (name, hint) => {
  const learned = { renameVerb: 'patch', nameField: 'title', orgId: '7' } as const;
  show({}, { routes: { ...routesAt('/keys', 'openapi'), ...learned } });
  const id = box(name).getAttribute('aria-describedby') ?? '';
  expect(document.getElementById(id)?.textContent).toBe(hint);
});

test('removes the portal with a button that names it', async () => {
  const { user, onRemove } = show();
  await user.click(screen.getByRole('button', { name: 'Remove Example portal' }));
  expect(onRemove).toHaveBeenCalledOnce();
});

test('Test reports how the portal answered', async () => {
  const { user, onTest } = show();
  await user.click(screen.getByRole('button', { name: 'Test' }));
  expect(onTest).toHaveBeenCalledOnce();
  expect(await screen.findByText('The portal returned 3 keys.')).toHaveProperty('role', 'status');
});
