import { parseArgs } from 'node:util';
import { InputError } from './checks.ts';
import { readSettings } from './control.ts';
import { describeFaults, describePortal, describeSettings, HELP } from './describe.ts';
import { startPortal } from './server.ts';
import type { PortalSettings } from './settings.ts';

const PORT = 8800;

/** Command-line options that stand for a setting, and how their text becomes its value. */
const SETTING_OPTIONS: Record<string, [keyof PortalSettings, (text: string) => unknown]> = {
  port: ['port', Number],
  host: ['host', String],
  layout: ['layout', String],
  lang: ['language', String],
  keys: ['keyCount', Number],
  endpoint: ['endpoint', String],
  redraw: ['redrawEvery', Number],
};

async function main(): Promise<void> {
  const options = readOptions();
  if (options.help) return console.log(HELP);
  const settings = { port: PORT, ...readSettings(settingsFrom(options), 'The command line') };
  if (options.list) return console.log(`${describeSettings(settings)}\n\n${describeFaults()}`);
  const portal = await startPortal(settings);
  console.log(describePortal(portal));
}

function readOptions(): Record<string, string | boolean | undefined> {
  const names = Object.keys(SETTING_OPTIONS).map((name) => [name, { type: 'string' }] as const);
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
    Object.entries(SETTING_OPTIONS).flatMap(([option, [setting, read]]) => {
      const text = options[option];
      return typeof text === 'string' ? [[setting, read(text)]] : [];
    }),
  );
}

main().catch((error: unknown) => {
  const { message, code } = error as NodeJS.ErrnoException;
  const expected = error instanceof InputError || code?.startsWith('ERR_PARSE_ARGS') || !code;
  if (!expected) throw error;
  console.error(`${message}\n\n${HELP}`);
  process.exitCode = 1;
});
