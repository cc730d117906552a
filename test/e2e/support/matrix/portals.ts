import { LANGUAGES, LAYOUTS, type PortalSettings } from '../../../portal/settings.ts';
import { type Combination, pairwise } from './pairwise.ts';

type Settings = Partial<PortalSettings>;

/** How a portal's API behaves; `dimensions.ts` lists what can differ. */
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

/** Every value is combined with every value of each other dimension; the browser is one of them. */
export const DIMENSIONS = {
  layout: LAYOUTS,
  dialect: keysOf(DIALECTS),
  route: ['plausible', 'traffic', 'openapi', 'by hand'],
  guard: keysOf(GUARDS),
  session: keysOf(SESSIONS),
  language: LANGUAGES,
  browser: ['chromium', 'firefox'],
} as const;

/** One kind of portal, and the browser to test it in. */
export type PortalKind = Combination<typeof DIMENSIONS>;

export const PORTAL_KINDS: PortalKind[] = pairwise(DIMENSIONS);

/**
 * A few of them, with each layout and each way to find the keys. Dialects, guards and ways to find the
 * API run the same code in every browser: `test/utils/portal/dialects.test.ts` tests them all.
 */
export const REPRESENTATIVES: ReadonlySet<PortalKind> = coverLayoutsAndRoutes();

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
    if (!best || gainOf(best) === 0) throw new Error(`No kind of portal has ${[...missing]}.`);
    chosen.add(best);
    missing.delete(best.layout);
    missing.delete(best.route);
  }
  return chosen;
}

/** The field for a key's name in requests. If lists use another, only these two routes can reveal it. */
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
