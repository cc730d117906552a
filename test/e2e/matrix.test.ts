import { afterAll, afterEach, describe, expect, inject, type RunnerTask } from 'vitest';
import type { TestBrowser } from '../browsers/test-browser.ts';
import type { LocalPortal } from '../portal/server.ts';
import { tried } from '../thorough.ts';
import { copyOnPage, signInToCredentials } from './support/matrix/on-page.ts';
import {
  nameFieldOf,
  PORTAL_KINDS,
  type PortalKind,
  REPRESENTATIVES,
  settingsOf,
} from './support/matrix/portals.ts';
import { rowOf, tableOf } from './support/matrix/table.ts';
import { test } from './support/test.ts';
import { doTheWholeJob } from './support/whole-job.ts';

const kinds = tried(PORTAL_KINDS, (kind) => REPRESENTATIVES.has(kind)).filter(
  ({ browser }) => browser === inject('browserName'),
);

describe.each(kinds)('a portal', (kind) => {
  test.override({ settings: settingsOf(kind) });

  test(rowOf(kind), async ({ browser, portal }) => {
    const page = await signInToCredentials(browser, portal, kind);
    await connect(browser, portal, kind);

    const made = await copyOnPage(browser, portal, kind, page);

    const popup = await browser.openPopup();
    await popup.find('button', `Rename ${made?.name}`);
    await doTheWholeJob(popup, portal);
    const changes = portal.requests.filter(({ method }) => !['GET', 'HEAD'].includes(method));
    expect(changes.filter(({ path }) => !path.startsWith(portal.keysPathOf()))).toEqual([]);
  });
});

async function connect(browser: TestBrowser, portal: LocalPortal, kind: PortalKind): Promise<void> {
  await browser.connect([portal.origin]);
  if (kind.route === 'by hand') {
    const options = await browser.openOptions();
    await options.click('link', 'Portals');
    await options.fill('textbox', 'API keys path', portal.keysPathOf());
    await options.press('Enter');
    if (nameFieldOf(kind) !== 'name') {
      await options.page.click('summary');
      await options.fill('textbox', 'Key name field', nameFieldOf(kind));
      await options.press('Enter');
    }
    await options.click('button', 'Test');
    await options.sees('The portal returned 3 keys.');
    await options.close();
  }
}

const tasks: RunnerTask[] = [];
afterEach(({ task }) => void tasks.push(task));
afterAll(() => console.log(tableOf(tasks)));
