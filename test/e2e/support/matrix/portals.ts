import { LANGUAGES, LAYOUTS, type PortalSettings } from '../../../portal/settings.ts';
import { type Combination, pairwise } from './pairwise.ts';

type Settings = Partial<PortalSettings>;

/** How a portal's API speaks. Each way of doing a thing that `DIALECTS` has is in one of these. */
const DIALECTS = {
  plain: {},
  paged: {
    envelope: 'paged',
    pageSize: 2,
    spelling: 'snake',
    times: 'seconds',
    never: 'blank',
    async: 'flat',
    errorStyle: 'html',
    signedOutAs: 'login-redirect',
  },
  items: {
    envelope: 'items',
    idKind: 'number',
    times: 'plain',
    never: 'missing',
    renameVerb: 'PATCH',
    orgId: 'required',
    errorStyle: 'status200',
    signedOutAs: '401-html',
  },
  bare: {
    envelope: 'bare',
    times: 'milliseconds',
    never: 'dash',
    async: 'enveloped',
    errorStyle: 'errorCode',
    signedOutAs: '403',
  },
} as const satisfies Record<string, Settings>;

const GUARDS = {
  'no guard': {},
  originCheck: { originCheck: true },
  xsrf: { csrf: 'xsrf' },
  custom: { csrf: 'custom' },
} as const satisfies Record<string, Settings>;

const OWN_HOST = { https: true, host: 'portal.test' } as const;

const SESSIONS = {
  lax: { session: 'lax' },
  strict: { session: 'strict' },
  'none-secure': { session: 'none-secure', ...OWN_HOST },
  partitioned: { session: 'partitioned', ...OWN_HOST },
} as const satisfies Record<string, Settings>;

const keysOf = <T extends object>(record: T) => Object.keys(record) as (keyof T)[];

/** Each value of each of these meets each value of the others, and so does each browser. */
export const DIMENSIONS = {
  layout: LAYOUTS,
  dialect: keysOf(DIALECTS),
  route: ['plausible', 'traffic', 'openapi', 'by hand'],
  guard: keysOf(GUARDS),
  session: keysOf(SESSIONS),
  language: LANGUAGES,
  browser: ['chromium', 'firefox'],
} as const;

/** One kind of portal, and the browser that it is tried in. */
export type PortalKind = Combination<typeof DIMENSIONS>;

export const PORTAL_KINDS: PortalKind[] = pairwise(DIMENSIONS);

/**
 * Few of them, with each layout and each way to find the keys. How an API speaks, is guarded and is found
 * goes by the same code in any browser: all of that is tried in `test/utils/portal/dialects.test.ts`.
 */
export const STAND_FOR_OTHERS: ReadonlySet<PortalKind> = coverLayoutsAndRoutes();

function coverLayoutsAndRoutes(): Set<PortalKind> {
  const missing = new Set<string>([...DIMENSIONS.layout, ...DIMENSIONS.route]);
  const chosen = new Set<PortalKind>();
  const isMissing = (value: string) => missing.has(value);
  while (missing.size > 0) {
    const browser = DIMENSIONS.browser[chosen.size % 2];
    const gainOf = ({ layout, route }: PortalKind) => [layout, route].filter(isMissing).length;
    const [best] = PORTAL_KINDS.filter((kind) => kind.browser === browser).sort(
      (one, other) => gainOf(other) - gainOf(one),
    );
    if (!best || gainOf(best) === 0) throw new Error(`Nothing has ${[...missing]}.`);
    chosen.add(best);
    missing.delete(best.layout);
    missing.delete(best.route);
  }
  return chosen;
}

/** What requests call a key's name. Where lists call it something else, nothing but these two tells. */
export const nameFieldOf = ({ dialect, route }: PortalKind): string =>
  dialect === 'bare' && (route === 'openapi' || route === 'by hand') ? 'label' : 'name';

export function settingsOf(kind: PortalKind): Settings {
  const { layout, language, route, dialect, guard, session } = kind;
  return {
    layout,
    language,
    clue: route === 'by hand' ? 'none' : route,
    nameField: nameFieldOf(kind),
    ...DIALECTS[dialect],
    ...GUARDS[guard],
    ...SESSIONS[session],
  };
}
