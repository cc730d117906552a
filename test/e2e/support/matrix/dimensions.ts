/** How the APIs of portals can differ. */
export const DIALECTS = {
  envelope: ['data', 'bare', 'items', 'paged'],
  spelling: ['camel', 'snake'],
  idKind: ['uuid', 'number'],
  times: ['iso', 'plain', 'seconds', 'milliseconds'],
  never: ['null', 'blank', 'dash', 'missing'],
  nameField: ['name', 'label'],
  renameVerb: ['PUT', 'PATCH'],
  orgId: ['ignored', 'required'],
  errorStyle: ['code', 'errorCode', 'status200', 'html', 'empty'],
  signedOutAs: ['401-json', '401-html', '401-empty', '403', 'login-redirect'],
  async: [false, 'flat', 'enveloped'],
} as const;

/** The clues to where the keys are. */
export const CLUES = ['plausible', 'openapi'] as const;
