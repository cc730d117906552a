import { choice, flag, nullable, number, text } from './checks.ts';

export const LAYOUTS = ['profile', 'drawer'] as const;
export const LANGUAGES = ['en', 'fr', 'es'] as const;
const SAME_SITES = ['Lax', 'Strict'] as const;
const ENDPOINT_LINES = ['as-seen', 'always', 'never'] as const;

/** The generations of the credentials page: the 2021 profile page and the 2024 drawer. */
export type Layout = (typeof LAYOUTS)[number];
export type Language = (typeof LANGUAGES)[number];

/** What the key API calls each property of a key. */
export interface FieldNames {
  id: string;
  name: string;
  lastIp: string;
  lastActivity: string;
  created: string;
  /** Present in the answer that generates the key, and never again. */
  value: string;
}

/** Everything about this portal that can differ from one installation to the next. */
export interface PortalSettings {
  /** Port to listen on; 0 takes any free one. Read at the start only. */
  port: number;
  /** Host name in the portal's address, such as 127.0.0.1 or localhost. Read at the start only. */
  host: string;
  /** Generation of the pages, unless the browser's preference cookie says otherwise. */
  layout: Layout;
  /** Language of the pages, unless the browser's preference cookie says otherwise. */
  language: Language;
  /** Where the key API lives; no public document says where a real portal keeps it. */
  keysPath: string;
  /** Property names in the key API. */
  fields: FieldNames;
  /** Name of the session cookie; browsers share cookies between the ports of one host. */
  cookieName: string;
  /** SameSite attribute of the session cookie. */
  sameSite: (typeof SAME_SITES)[number];
  /** Minutes without a request after which a session ends. */
  sessionMinutes: number;
  /** How many keys the first user starts with; null for the three that show every case. */
  keyCount: number | null;
  /** The endpoint the page shows; null for this portal's own, v1 or v2 after the layout. */
  endpoint: string | null;
  /** Whether the page shows the endpoint; `as-seen` leaves it out of the Spanish profile page. */
  endpointLine: (typeof ENDPOINT_LINES)[number];
  /** Whether the first user may list other users (the second never may). */
  usersRead: boolean;
  /** Milliseconds after which the page fetches its keys again and makes new rows; 0 for never. */
  redrawEvery: number;
}

/** A new set of defaults: callers change theirs at any time. */
export function defaultSettings(): PortalSettings {
  return {
    port: 0,
    host: '127.0.0.1',
    layout: 'profile',
    language: 'en',
    keysPath: '/rest/api_keys',
    fields: {
      id: 'id',
      name: 'name',
      lastIp: 'lastIp',
      lastActivity: 'lastActivity',
      created: 'createdOn',
      value: 'apiKey',
    },
    cookieName: 'cmc_session',
    sameSite: 'Lax',
    sessionMinutes: 60,
    keyCount: null,
    endpoint: null,
    endpointLine: 'as-seen',
    usersRead: true,
    redrawEvery: 0,
  };
}

/** How each setting is checked when it comes from a command line or over HTTP. */
export const SETTING_CHECKS = {
  port: number(0, 65_535),
  host: text(),
  layout: choice(LAYOUTS),
  language: choice(LANGUAGES),
  keysPath: text(/^\/(?!_portal|app\/)[^?#]*[^/?#]$/, 'a path such as /rest/api_keys'),
  fields: {
    id: text(),
    name: text(),
    lastIp: text(),
    lastActivity: text(),
    created: text(),
    value: text(),
  },
  cookieName: text(/^[\w-]+$/, 'letters, digits, - and _'),
  sameSite: choice(SAME_SITES),
  sessionMinutes: number(1, 525_600),
  keyCount: nullable(number(0, 100_000)),
  endpoint: nullable(text(/^https?:\/\//, 'an http or https address')),
  endpointLine: choice(ENDPOINT_LINES),
  usersRead: flag(),
  redrawEvery: number(0, 3_600_000),
};
