import { fileURLToPath } from 'node:url';
import { openBrowser } from '../../browsers/open.ts';
import { InputError } from '../../portal/checks.ts';
import { startPortal } from '../../portal/server.ts';
import { Demo } from './demo.ts';
import { type DemoOptions, HELP, readOptions } from './options.ts';
import { AUDIT } from './steps/audit.ts';
import { CHANGE } from './steps/change.ts';
import { GENERATE } from './steps/generate.ts';
import { PAGE } from './steps/page.ts';
import { START } from './steps/start.ts';
import { visit } from './visit.ts';
import { walk } from './walk.ts';
import { readWords } from './words.ts';

const STEPS = [...START, ...GENERATE, ...CHANGE, ...AUDIT, ...PAGE];

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) console.log(HELP);
  else await run(options);
}

async function run(options: DemoOptions): Promise<void> {
  const { layout, language, keys, headless } = options;
  const portal = await startPortal({
    layout,
    language,
    keyCount: keys,
    // The Spanish profile page would leave out the endpoint, which the demo copies.
    endpointLine: 'always',
  });
  try {
    const browser = await openBrowser(options.browser, { language, headless });
    const folder = fileURLToPath(
      new URL(`../../../artifacts/demo/${options.browser}`, import.meta.url),
    );
    const demo = new Demo(browser, portal, options, readWords(language), folder);
    try {
      await (headless ? walk(demo, STEPS) : visit(demo));
    } finally {
      // If the user closed the browser, it is gone already, and so is its profile.
      await browser.close().catch(() => undefined);
    }
  } finally {
    await portal.close();
  }
}

main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  console.error(error instanceof InputError ? `${message}\n\n${HELP}` : message);
  // A browser that is still running would keep this process alive. Exiting ends it as well.
  process.exit(1);
});
