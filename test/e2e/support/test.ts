import { join } from 'node:path';
import { test as base, inject } from 'vitest';
import type { BrowserName } from '../../browsers/find.ts';
import { openBrowser } from '../../browsers/open.ts';
import type { TestBrowser } from '../../browsers/test-browser.ts';
import { type LocalPortal, type PortalSettings, startPortal } from '../../portal/server.ts';
import { EVIDENCE } from './evidence.ts';

declare module 'vitest' {
  interface ProvidedContext {
    browserName: BrowserName;
  }
}

interface Fixtures {
  /** Shared by all tests of a worker, as it takes seconds to start. Tests use `browser`. */
  started: TestBrowser;
  /** A reset browser: the extension newly installed, no cookies, no granted hosts, no tabs. */
  browser: TestBrowser;
  /** How this file's portal differs from the default; set with `test.override`. */
  settings: Partial<PortalSettings>;
  /** A new portal for each test. */
  portal: LocalPortal;
}

/** The `test` of every story, with a browser and a portal. */
export const test = base.extend<Fixtures>({
  started: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the needed fixtures from this pattern
    async ({}, use) => {
      const browser = await openBrowser(inject('browserName'));
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  browser: async ({ started, task, onTestFailed }, use) => {
    await started.reset();
    onTestFailed(() => started.keepEvidence(join(EVIDENCE, started.name), fileName(task.name)));
    await use(started);
  },
  settings: {},
  portal: async ({ settings }, use) => {
    const portal = await startPortal(settings);
    await use(portal);
    await portal.close();
  },
});

function fileName(title: string): string {
  return title.replaceAll(/[^\p{L}\p{N}]+/gu, '-');
}
