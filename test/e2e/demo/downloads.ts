import { watch } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { FirefoxSystem } from '../../browsers/firefox-system.ts';

/** How long a browser may take to write a small file; milliseconds. */
const PATIENCE = 10_000;

/** Saves everything that is downloaded from now on into a folder, without a prompt. */
export async function saveInto(browser: Browser, folder: string): Promise<void> {
  if ((await browser.version()).startsWith('firefox')) {
    const { connection } = await FirefoxSystem.of(browser);
    const downloadBehavior = { type: 'allowed', destinationFolder: folder };
    await connection.send('browser.setDownloadBehavior', { downloadBehavior });
  } else {
    // The setting ends with the session, so leave the session open.
    const session = await browser.target().createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  }
}

/** Waits until a file with this ending is complete. */
export async function saved(
  folder: string,
  ending: string,
): Promise<{ name: string; text: string }> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`No ${ending} file was saved.`)), PATIENCE);
  const watcher = watch(folder);
  try {
    for (;;) {
      const changed = new Promise((resolve) => watcher.once('change', resolve));
      const name = (await readdir(folder)).find((each) => each.endsWith(ending));
      const text = name ? await readFile(join(folder, name), 'utf8') : '';
      // Browsers first create an empty file to reserve the name.
      if (name && text.endsWith('\n')) return { name, text };
      await Promise.race([changed, tooLate]);
    }
  } finally {
    clearTimeout(timer);
    watcher.close();
  }
}
