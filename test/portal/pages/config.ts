import type { FieldNames, Language, Layout } from '../settings.ts';

/** What the page's own application is told when it starts. */
export interface PageConfig {
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
  keysPath: string;
  fields: FieldNames;
  /** Null where the page shows no endpoint. */
  endpoint: string | null;
  apiDocs: string;
  redrawEvery: number;
}
