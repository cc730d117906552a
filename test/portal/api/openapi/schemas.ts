import type { PortalSettings } from '../../settings.ts';
import { spell } from '../spelling.ts';

/** A part of an OpenAPI document. */
export interface Part {
  [name: string]: unknown;
}

export const ref = (name: string): Part => ({ $ref: `#/components/schemas/${name}` });
const text = (description: string): Part => ({ type: 'string', description });

const object = (properties: Part): Part => ({ type: 'object', properties });
const withId = (properties: Part): Part => ({ allOf: [ref('Identified'), object(properties)] });

const MOMENTS: Record<PortalSettings['times'], Part> = {
  iso: { type: 'string', format: 'date-time' },
  plain: { type: 'string', example: '2026-01-31 12:00:00' },
  seconds: { type: 'integer', format: 'int64' },
  milliseconds: { type: 'integer', format: 'int64' },
};

/** Schemas unrelated to API keys, though some look related. */
const OTHERS: Record<string, Part> = {
  Identified: object({ id: { type: 'string', format: 'uuid' } }),
  Metadata: object({ recordCount: { type: 'integer' } }),
  Error: object({
    code: { type: 'integer' },
    message: text('What went wrong'),
    context: object({}),
  }),
  Errors: object({ errors: { type: 'array', items: ref('Error') } }),
  User: withId({
    userName: text('Name to sign in with'),
    firstName: { type: 'string' },
    lastName: { type: 'string' },
    email: { type: 'string', format: 'email' },
    organization: ref('Organization'),
  }),
  Organization: withId({ name: { type: 'string' }, entryPoint: text('Subdomain of the portal') }),
  Environment: withId({ name: { type: 'string' }, serviceConnection: ref('ServiceConnection') }),
  ServiceConnection: withId({ name: { type: 'string' }, status: { type: 'string' } }),
  SshKey: withId({ name: { type: 'string' }, fingerprint: { type: 'string' } }),
  ServiceCredential: object({
    accessKeyId: { type: 'string' },
    secretAccessKey: text('Present only after it was generated'),
    region: { type: 'string' },
  }),
  ServiceInfo: object({
    canRegenerateCredentials: { type: 'boolean' },
    fields: { type: 'array', items: object({ key: text('Name'), value: text('Value') }) },
  }),
  Task: object({
    taskId: { type: 'string', format: 'uuid' },
    taskStatus: { type: 'string', enum: ['PENDING', 'SUCCESS', 'FAILED'] },
    result: { type: 'object', nullable: true },
  }),
};

/** The schemas for keys, in this portal's dialect. */
function keySchemas(settings: PortalSettings): Record<string, Part> {
  const { fields, never, times, idKind } = settings;
  const moment = MOMENTS[times];
  const maybe = never === 'null' ? { nullable: true } : {};
  const own = (name: keyof typeof fields) => spell(settings, fields[name]);
  const id = idKind === 'uuid' ? { type: 'string', format: 'uuid' } : { type: 'integer' };
  return {
    CredentialKey: object({ [own('id')]: { ...id, readOnly: true } }),
    UserCredential: {
      allOf: [
        ref('CredentialKey'),
        object({
          [own('name')]: text('Name that the user gave the API key'),
          [own('lastIp')]: { ...text('Address that last used the API key'), ...maybe },
          [own('lastActivity')]: { ...moment, ...maybe, description: 'Last use of the API key' },
          [own('created')]: { ...moment, readOnly: true },
        }),
      ],
    },
    GeneratedUserCredential: {
      allOf: [
        ref('UserCredential'),
        object({ [own('value')]: text('The API key itself, which is never returned again') }),
      ],
    },
    UserCredentialRequest: {
      ...object({ [settings.nameField]: { ...text('Name of the API key'), maxLength: 255 } }),
      required: [settings.nameField],
    },
  };
}

export function schemas(settings: PortalSettings, withKeys: boolean): Record<string, Part> {
  return withKeys ? { ...OTHERS, ...keySchemas(settings) } : OTHERS;
}
