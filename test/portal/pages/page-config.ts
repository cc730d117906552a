import type { Context } from 'hono';
import { spell } from '../api/spelling.ts';
import { csrfNames } from '../csrf.ts';
import { isForeignApi } from '../hosts.ts';
import { keysPathOf } from '../key-path.ts';
import type { FieldNames } from '../settings.ts';
import type { PortalEnv, PortalState } from '../state.ts';
import { ORGANIZATION, type User } from '../users.ts';
import { shown } from './as-seen.ts';
import { PASSED_THROUGH, type PageConfig } from './config.ts';
import { preferences } from './preferences.ts';

/** Whether the page requests its keys through its own server. */
export function isAggregated({ settings: { clue } }: PortalState): boolean {
  return clue === 'openapi' || clue === 'none';
}

/** The path of the page's configuration. */
export function configPath(state: PortalState): string {
  if (isAggregated(state)) return '/app/bootstrap';
  if (state.settings.clue === 'plausible') return '/app/config.json';
  return `/app/config-${state.secretPath.split('/').at(-1)}.json`;
}

/** The page's configuration for one user and one browser. */
export function pageConfig(state: PortalState, c: Context<PortalEnv>, user: User): PageConfig {
  const { settings, origins } = state;
  const { layout, language } = preferences(state, c);
  const origin = new URL(c.req.url).origin;
  const apiOrigin = settings.apiHost === null ? '' : origins.api;
  const { userName, firstName, lastName, email, role, timezone } = user;
  const look = shown(settings, layout, language, apiOrigin || origin);
  return {
    ...pick(settings, PASSED_THROUGH),
    ...look,
    layout,
    language,
    user: { userName, firstName, lastName, email, role, timezone },
    organization: ORGANIZATION.name,
    apiOrigin,
    keysPath: isAggregated(state) ? null : keysPathOf(state, user.id),
    fields: spelled(state),
    taskId: spell(settings, 'taskId'),
    orgId: settings.orgId === 'required' ? ORGANIZATION.id : null,
    csrf: csrfNames(settings) ?? null,
    session: isForeignApi(settings) ? state.sessions.start(userName) : null,
    apiDocs: `${origin}/api-docs`,
    legacyKey: look.legacyKey && !state.legacyRevoked.has(userName),
  };
}

function spelled({ settings }: PortalState): FieldNames {
  const names = Object.entries(settings.fields);
  return Object.fromEntries(
    names.map(([field, name]) => [field, spell(settings, name)]),
  ) as unknown as FieldNames;
}

function pick<T extends object, Name extends keyof T>(from: T, names: readonly Name[]) {
  return Object.fromEntries(names.map((name) => [name, from[name]])) as Pick<T, Name>;
}
