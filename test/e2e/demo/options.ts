import { parseArgs } from 'node:util';
import type { BrowserName } from '../../browsers/find.ts';
import { InputError } from '../../portal/checks.ts';
import { LANGUAGES, type Language } from '../../portal/settings.ts';
import { hasDisplay } from './display.ts';

export const HELP = `Usage: npm start -- [options]

Opens a browser with the extension in it, connected to a portal on this machine. Without a display
it goes through the extension by itself instead, and prints what it sees.

  --browser firefox  chromium (the default) or firefox
  --layout drawer    the portal's page: profile (2021, the default) or drawer (2024)
  --language fr      en (the default), fr or es, for browser and portal
  --keys 1000        number of keys to start with
  --headless         go through it even if there is a display
  --help             show this`;

/** The two generations of the page that have been seen on real portals. */
const LAYOUTS = ['profile', 'drawer'] as const;

export type DemoLayout = (typeof LAYOUTS)[number];

const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];
const MOST_KEYS = 10_000;

/** The command's options, with the defaults filled in. */
export interface DemoOptions {
  browser: BrowserName;
  layout: DemoLayout;
  language: Language;
  /** The number of keys of the signed-in user; null for a few that show every case. */
  keys: number | null;
  /** Whether to run without a window. */
  headless: boolean;
  help: boolean;
}

/** @throws InputError with a message for the user */
export function readOptions(args: string[]): DemoOptions {
  const values = parse(args);
  return {
    browser: choice('browser', BROWSERS, values.browser),
    layout: choice('layout', LAYOUTS, values.layout),
    language: choice('language', LANGUAGES, values.language),
    keys: values.keys === undefined ? null : count(values.keys),
    headless: values.headless || !hasDisplay(),
    help: values.help,
  };
}

function parse(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        browser: { type: 'string', default: 'chromium' },
        layout: { type: 'string', default: 'profile' },
        language: { type: 'string', default: 'en' },
        keys: { type: 'string' },
        headless: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return values;
  } catch (error) {
    // The rest of Node's message is about its own parser.
    const [sentence] = (error as Error).message.split(/\.\s/);
    throw new InputError(`${sentence?.replace(/\.$/, '')}.`);
  }
}

function choice<T extends string>(option: string, known: readonly T[], text: string): T {
  const found = known.find((value) => value === text);
  if (found === undefined) {
    throw new InputError(`--${option} should be one of ${known.join(', ')}, not "${text}".`);
  }
  return found;
}

function count(text: string): number {
  const number = /^\d+$/.test(text) ? Number(text) : 0;
  if (number < 1 || number > MOST_KEYS) {
    throw new InputError(`--keys should be a whole number from 1 to ${MOST_KEYS}, not "${text}".`);
  }
  return number;
}
