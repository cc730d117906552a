import type { PortalSettings } from '../../settings.ts';
import { answer, listOf, oneOf } from './envelopes.ts';
import { type Part, ref } from './schemas.ts';

const FAILED = {
  description: 'Failure',
  content: { 'application/json': { schema: ref('Errors') } },
};

const parameter = (name: string, place: 'path' | 'query', required = place === 'path'): Part => ({
  name,
  in: place,
  required,
  schema: { type: 'string' },
});

const operation = (operationId: string, summary: string, tag: string, more: Part): Part => ({
  operationId,
  summary,
  tags: [tag],
  ...more,
});

const reads = (id: string, summary: string, tag: string, schema: string, ...queries: string[]) => ({
  get: operation(id, summary, tag, {
    parameters: queries.map((name) => parameter(name, 'query')),
    responses: {
      200: answer({
        type: 'object',
        properties: { data: { type: 'array', items: ref(schema) }, metadata: ref('Metadata') },
      }),
      default: FAILED,
    },
  }),
});

const CREDENTIALS = '/services/{serviceCode}/{environmentName}/apiCredentials';

/** Other operations, some of them easy to mistake for those on keys. */
const OTHERS: Record<string, Part> = {
  '/users': reads('FindAllUser', 'List users', 'users', 'User'),
  '/users/{userId}': reads('FindUser', 'Retrieve a user', 'users', 'User'),
  '/organizations': reads(
    'FindAllOrganization',
    'List organizations',
    'organizations',
    'Organization',
  ),
  '/environments': reads('FindAllEnvironment', 'List environments', 'environments', 'Environment'),
  '/services/connections': reads(
    'FindServiceConnections',
    'List services',
    'services',
    'ServiceConnection',
  ),
  '/services/connections/{id}/apiInfo': reads(
    'FindServiceApiInfo',
    'Retrieve the service API keys of an environment',
    'services',
    'ServiceInfo',
    'environmentId',
  ),
  [CREDENTIALS]: {
    ...reads('FindApiCredentials', 'List API credentials of a service', 'aws', 'ServiceCredential'),
    post: operation('GenerateApiCredentials', 'Generate API credentials of a service', 'aws', {
      parameters: [parameter('operation', 'query', true)],
      responses: { 200: answer(ref('ServiceCredential')), default: FAILED },
    }),
  },
  '/services/{serviceCode}/{environmentName}/sshkeys': {
    ...reads('FindSshKeys', 'List SSH keys', 'compute', 'SshKey'),
    post: operation('CreateSshKey', 'Create an SSH key', 'compute', {
      requestBody: { content: { 'application/json': { schema: ref('SshKey') } } },
      responses: { 200: answer(ref('Task')), default: FAILED },
    }),
  },
  '/tasks/{id}': {
    get: operation('FindTask', 'Retrieve a task', 'tasks', {
      parameters: [parameter('id', 'path')],
      responses: { 200: answer(ref('Task')), default: FAILED },
    }),
  },
};

/** The operations on keys, by path relative to the server. */
function keyPaths(settings: PortalSettings, path: string): Record<string, Part> {
  const changed = (schema: Part, status: number) =>
    settings.async === false
      ? { [status]: answer(schema), default: FAILED }
      : { 202: answer(ref('Task')), default: FAILED };
  const body = { content: { 'application/json': { schema: ref('UserCredentialRequest') } } };
  const orgId = settings.orgId === 'required' ? [parameter('org_id', 'query', true)] : [];
  const userId = path.includes('{userId}') ? [parameter('userId', 'path')] : [];
  const act = (id: string, verb: string, more: Part) =>
    operation(`${id}UserCredential`, `${verb} of the signed-in user`, 'credentials', more);
  const one = oneOf(settings, 'UserCredential');
  return {
    [path]: {
      parameters: [...userId, ...orgId],
      get: act('FindAll', 'List the API keys', {
        responses: { 200: answer(listOf(settings, 'UserCredential')), default: FAILED },
      }),
      post: act('Create', 'Generate an API key', {
        requestBody: { required: true, ...body },
        responses: changed(oneOf(settings, 'GeneratedUserCredential'), 201),
      }),
    },
    [`${path}/{credentialId}`]: {
      parameters: [parameter('credentialId', 'path'), ...userId, ...orgId],
      [settings.renameVerb.toLowerCase()]: act('Update', 'Rename an API key', {
        requestBody: { required: true, ...body },
        responses: changed(one, 200),
      }),
      delete: act('Delete', 'Revoke an API key', {
        responses:
          settings.async === false
            ? { 204: { description: 'Revoked' }, default: FAILED }
            : changed(one, 200),
      }),
    },
  };
}

/** Every path in the document. `keysAt` is the key API's path relative to the server, if included. */
export function paths(settings: PortalSettings, keysAt: string | undefined): Record<string, Part> {
  return keysAt === undefined ? OTHERS : { ...OTHERS, ...keyPaths(settings, keysAt) };
}
