import { expect } from 'vitest';
import type { View } from '../../browsers/view.ts';
import type { LocalPortal } from '../../portal/server.ts';
import { generate } from './steps.ts';

/** Generates, renames and revokes a key in the popup or on the options page, and checks the portal. */
export async function doTheWholeJob(view: View, portal: LocalPortal): Promise<void> {
  const names = () => portal.keysOf('mfortin').map(({ name }) => name);
  await view.find('button', 'Rename staging deploy');

  await generate(view, 'nightly build');
  const region = await view.find('region', 'New API key');
  await view.click('button', 'Show key', region);
  expect(await view.textOf('code', undefined, region)).toBe(portal.keysOf('mfortin')[0]?.value);
  await view.click('button', 'Copy key', region);
  await view.click('button', 'Done');
  // Wait until the content below it has moved up.
  await view.gone('region', 'New API key');

  await view.click('button', 'Rename nightly build');
  await view.fill('textbox', 'New name of nightly build', 'weekly build');
  await view.press('Enter');
  await view.find('button', 'Revoke weekly build');
  expect(names()).toContain('weekly build');

  await view.click('button', 'Revoke weekly build');
  await view.click('button', 'Revoke');
  await view.gone('dialog', 'Revoke API key');
  await view.gone('button', 'Revoke weekly build');
  expect(names()).not.toContain('weekly build');
}
