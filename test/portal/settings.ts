import { type Check, type Checks, InputError } from './checks.ts';
import { DIALECT } from './settings/dialect.ts';
import { LANGUAGES, LAYOUTS, PAGES } from './settings/pages.ts';
import { ROUTE } from './settings/route.ts';
import { SERVER } from './settings/server.ts';
import { SESSION } from './settings/session.ts';
import type { Values } from './settings/setting.ts';

export type { FieldNames } from './settings/dialect.ts';
export { LANGUAGES, LAYOUTS };

/** Which page shows the keys, from the 2021 profile page to an operator's own application. */
export type Layout = (typeof LAYOUTS)[number];
export type Language = (typeof LANGUAGES)[number];

/** Every setting, by the heading it is listed under. */
export const GROUPS = {
  Server: SERVER,
  Pages: PAGES,
  'Route of the key API': ROUTE,
  'Dialect of the key API': DIALECT,
  'Session and guards': SESSION,
};

const SETTINGS = { ...SERVER, ...PAGES, ...ROUTE, ...DIALECT, ...SESSION };

/** Everything that can differ from one portal to another. */
export type PortalSettings = Values<typeof SETTINGS>;

/** A new set of defaults, which the caller may change at any time. */
export function defaultSettings(): PortalSettings {
  const initial = Object.entries(SETTINGS).map(([name, each]) => [name, each.initial]);
  return structuredClone(Object.fromEntries(initial));
}

/** The checks of each setting that arrives from a command line or over HTTP. */
export const SETTING_CHECKS: Checks = Object.fromEntries(
  Object.entries(SETTINGS).map(([name, each]): [string, Check | Checks] => [name, each.check]),
);

/** Rejects settings that cannot be combined, with a sentence that says why. */
export function checkTogether(settings: PortalSettings, what: string): void {
  const { session, https, host, apiHost } = settings;
  if (!https && (session === 'none-secure' || session === 'partitioned')) {
    throw new InputError(`${what}: "session" can only be ${session} with "https": true.`);
  }
  if (apiHost === host) {
    throw new InputError(`${what}: "apiHost" should differ from "host", or be null.`);
  }
}
