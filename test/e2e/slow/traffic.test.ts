import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, onTestFinished } from 'vitest';
import { openBrowser } from '../../browsers/open.ts';
import { startRecordingProxy } from '../../browsers/recording-proxy.ts';
import type { TestBrowser } from '../../browsers/test-browser.ts';
import type { View } from '../../browsers/view.ts';
import { saved, saveInto } from '../demo/downloads.ts';
import { connect, openCredentials } from '../support/steps.ts';
import { test } from '../support/test.ts';
import { doTheWholeJob } from '../support/whole-job.ts';

/** A host that each browser also contacts by itself. */
const UPDATES = {
  chromium: 'update.googleapis.com',
  firefox: 'firefox.settings.services.mozilla.com',
} as const;

test('before a portal is connected no host is contacted, and the proxy sees requests made on purpose', async () => {
  const name = inject('browserName');

  const contacted = await hostsContacted([], async (browser, soFar) => {
    const popup = await browser.openRealPopup();
    await popup.find('heading');
    const options = await browser.openOptions();
    for (const section of ['Keys', 'Preferences', 'Portals']) {
      await options.click('link', section);
    }

    for (const act of [fetchInPage, fetchInBackground, openInTab]) {
      await act(options, `https://${act.name.toLowerCase()}.test/`);
    }
    await fetchInPage(options, `https://${UPDATES[name]}/`);
    await fetchInPage(options, 'http://localhost:8080/');
    await expect.poll(() => soFar).toContain('openintab.test:443');
  });

  const onPurpose = ['fetchinpage.test', 'fetchinbackground.test', 'openintab.test', UPDATES[name]];
  expect(contacted).toEqual(new Set([...onPurpose.map((host) => `${host}:443`), 'localhost:8080']));
});

test('only the connected portal is contacted, whatever is done with its keys', async ({
  portal,
}) => {
  const address = new URL(portal.origin).host;

  const contacted = await hostsContacted([address], async (browser) => {
    const tab = await browser.openTab(`${portal.origin}/login`);
    await tab.find('button', 'Sign in');
    await browser.openRealPopup(tab);
    expect(portal.requests).toEqual([]);

    await connect(browser, portal);
    await doTheWholeJob(await browser.openPopup(), portal);
    await useThePage(await openCredentials(browser, portal));
    const options = await browser.openOptions();
    await doTheWholeJob(options, portal);
    await exportCsv(options);
    await options.click('link', 'Portals');
    await options.click('button', 'Test');
    await options.sees('The portal returned');
    await browser.openRealPopup(tab);
  });

  expect(contacted).toEqual(new Set([address]));
});

/**
 * Runs some actions in a new browser.
 * @param here the hosts that can be reached
 * @returns the hosts contacted meanwhile, as host:port, but for those that the browser contacted by
 *   itself, such as its vendor's update servers
 */
async function hostsContacted(
  here: string[],
  act: (browser: TestBrowser, soFar: string[]) => Promise<void>,
): Promise<Set<string>> {
  const proxy = await startRecordingProxy(here);
  onTestFinished(() => proxy.close());
  const browser = await openBrowser(inject('browserName'), { proxy: proxy.address });
  let own: string[] = [];
  try {
    await act(browser, proxy.contacted);
  } finally {
    own = await browser.close();
  }
  const contacted = new Set(proxy.contacted).difference(new Set(own));
  console.info(
    `${browser.name}: ${proxy.contacted.length} requests and connections, to ${[...contacted].join(', ')}` +
      `${own.length ? `, and for the browser itself to ${own.join(', ')}` : ''}`,
  );
  return contacted;
}

/** Sends a request from a page of the extension. Here and below, the response does not matter. */
async function fetchInPage({ page }: View, url: string): Promise<void> {
  await page.evaluate((to) => fetch(to).then(String, String), url);
}

async function fetchInBackground({ page }: View, url: string): Promise<void> {
  const worker = page
    .browser()
    .targets()
    .find((one) => one.type() === 'service_worker');
  if (worker) {
    await (await worker.worker())?.evaluate((to) => fetch(to).then(String, String), url);
  } else {
    await page.evaluate(async (to) => {
      const background = await browser.runtime.getBackgroundPage();
      await background.fetch(to).then(String, String);
    }, url);
  }
}

async function openInTab({ page }: View, url: string): Promise<void> {
  await page.evaluate(async (to) => {
    const { tabs } = typeof chrome === 'undefined' ? browser : chrome;
    await tabs.create({ url: to });
  }, url);
}

async function useThePage(page: View): Promise<void> {
  await page.click('button', 'Copy endpoint');
  await page.click('button', 'Copy staging deploy');
  await page.click('button', 'Generate API key');
  await page.fill('textbox', 'Name', 'made on the page');
  await page.click('button', 'Generate');
  await page.click('button', 'Copy key');
  await page.says('Copied');
}

async function exportCsv(options: View): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'cloudmc-csv-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await saveInto(options.page.browser(), folder);
  await options.click('button', 'Export CSV');
  expect((await saved(folder, '.csv')).text).toContain('staging deploy');
}

/** The extension APIs used here. */
interface Extension {
  tabs: { create(how: object): Promise<unknown> };
  runtime: { getBackgroundPage(): Promise<typeof globalThis> };
}
declare const browser: Extension;
declare const chrome: Extension;
