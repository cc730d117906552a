import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { LANGUAGES, LAYOUTS, type Language, type Layout } from '../settings.ts';
import type { PortalEnv, PortalState } from '../state.ts';

const COOKIE = 'cmc_prefs';

/** One browser's preferences for the pages. */
export interface Preferences {
  layout: Layout;
  language: Language;
}

/**
 * The preferences in the URL (`?layout=drawer&lang=fr`), else those this browser chose earlier, else the
 * settings. Those in the URL are stored.
 */
export function preferences(state: PortalState, c: Context<PortalEnv>): Preferences {
  const remembered = new URLSearchParams(getCookie(c, COOKIE));
  const asked = {
    layout: known(LAYOUTS, c.req.query('layout')),
    lang: known(LANGUAGES, c.req.query('lang')),
  };
  const layout = asked.layout ?? known(LAYOUTS, remembered.get('layout'));
  const language = asked.lang ?? known(LANGUAGES, remembered.get('lang'));
  if (asked.layout || asked.lang) {
    const entries = Object.entries({ layout, lang: language });
    const kept = entries.filter((entry): entry is [string, Layout] => entry[1] !== undefined);
    setCookie(c, COOKIE, new URLSearchParams(kept).toString(), { path: '/', sameSite: 'Lax' });
  }
  return {
    layout: layout ?? state.settings.layout,
    language: language ?? state.settings.language,
  };
}

function known<T extends string>(values: readonly T[], value: string | null | undefined) {
  return values.find((candidate) => candidate === value);
}
