import type { FieldNames, Language, Layout, PortalSettings } from '../settings.ts';

/** Settings that the page's application is told as they are. */
export const TOLD = [
  'envelope',
  'times',
  'renameVerb',
  'nameField',
  'signedOutAs',
  'mask',
  'valueDelay',
  'panelOpens',
  'iconLabels',
  'colons',
  'apostrophe',
  'nbsp',
  'redrawEvery',
] as const satisfies (keyof PortalSettings)[];

/** What the page's own application is told when it starts. */
export interface PageConfig extends Pick<PortalSettings, (typeof TOLD)[number]> {
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
  /** Where the API is; empty where it is on the page's own host. */
  apiOrigin: string;
  /** Null where the page asks for keys through its own server. */
  keysPath: string | null;
  /** The answer to the page's first request for keys, where its own server made that. */
  keys?: unknown;
  /** Names as they are in answers. */
  fields: FieldNames;
  /** The name of a new task's id in answers. */
  taskId: string;
  /** Null where requests need no organization. */
  orgId: string | null;
  /** Null where requests need no token. */
  csrf: { cookie: string; header: string } | null;
  /** Names the session to an API of another site; null where cookies do. */
  session: string | null;
  /** Null where the page shows no endpoint. */
  endpoint: string | null;
  apiDocs: string;
  legacyKey: boolean;
  serviceKeys: 'none' | 'compute' | 'storage';
  reveal: 'panel' | 'drawer' | 'dialog';
}
