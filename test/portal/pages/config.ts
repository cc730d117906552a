import type { FieldNames, Language, Layout, PortalSettings } from '../settings.ts';

/** Settings passed unchanged to the page's application. */
export const PASSED_THROUGH = [
  'envelope',
  'times',
  'renameVerb',
  'nameField',
  'signedOutAs',
  'mask',
  'valueDelay',
  'panelOpens',
  'iconLabels',
  'redrawEvery',
] as const satisfies (keyof PortalSettings)[];

/** The configuration of the page's application. */
export interface PageConfig extends Pick<PortalSettings, (typeof PASSED_THROUGH)[number]> {
  layout: Layout;
  language: Language;
  user: {
    userName: string;
    firstName: string;
    lastName: string;
    email: string;
    role: string;
    timezone: string;
  };
  organization: string;
  /** The API's origin; empty if it is the page's own. */
  apiOrigin: string;
  /** Null if the page gets its keys through its own server. */
  keysPath: string | null;
  /** The first answer with keys, if the page's own server requested it. */
  keys?: unknown;
  /** Property names in answers. */
  fields: FieldNames;
  /** The property of a new task's id in answers. */
  taskId: string;
  /** Null if requests need no organization. */
  orgId: string | null;
  /** Null if requests need no token. */
  csrf: { cookie: string; header: string } | null;
  /** The session for an API on another site; null if cookies carry it. */
  session: string | null;
  /** Null if the page shows no endpoint. */
  endpoint: string | null;
  apiDocs: string;
  legacyKey: boolean;
  serviceKeys: 'none' | 'compute' | 'storage';
  reveal: 'panel' | 'drawer' | 'dialog';
}
