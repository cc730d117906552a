import { parseArgs } from 'node:util';
import { InputError } from './checks.ts';
import { readSettings } from './control.ts';
import { describePortal, HELP, listEverything } from './describe.ts';
import { startPortal } from './server.ts';
import { defaultSettings, type PortalSettings } from './settings.ts';

const PORT = 8800;

/** Short options for the settings changed most often. */
const SHORT: Record<string, keyof PortalSettings> = {
  lang: 'language',
  keys: 'keyCount',
  redraw: 'redrawEvery',
};

/** The command-line option of each setting, such as --keys-path for keysPath. */
const OPTIONS = new Map<string, string>([
  ...Object.keys(defaultSettings()).map((name): [string, string] => [
    name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    name,
  ]),
  ...Object.entries(SHORT),
]);

async function main(): Promise<void> {
  const options = readOptions();
  if (options.help) return console.log(HELP);
  const settings = { port: PORT, ...readSettings(settingsFrom(options), 'The command line') };
  if (options.list) return console.log(listEverything(settings));
  const portal = await startPortal(settings);
  console.log(describePortal(portal));
}

function readOptions(): Record<string, string | boolean | undefined> {
  const names = [...OPTIONS.keys()].map((name) => [name, { type: 'string' }] as const);
  const { values } = parseArgs({
    options: {
      ...Object.fromEntries(names),
      list: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  return values;
}

function settingsFrom(options: Record<string, string | boolean | undefined>): object {
  return Object.fromEntries(
    [...OPTIONS].flatMap(([option, setting]) => {
      const text = options[option];
      return typeof text === 'string' ? [[setting, readValue(text)]] : [];
    }),
  );
}

/** Parses numbers, true, null and objects as JSON; anything else is a string. */
function readValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

main().catch((error: unknown) => {
  const { message, code } = error as NodeJS.ErrnoException;
  const expected = error instanceof InputError || code?.startsWith('ERR_PARSE_ARGS') || !code;
  if (!expected) throw error;
  console.error(`${message}\n\n${HELP}`);
  process.exitCode = 1;
});
