import { randomBytes, randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { PortalEnv, PortalState } from '../state.ts';
import { data, list, notFound } from './envelope.ts';
import { guard } from './guards.ts';
import { ENVIRONMENTS } from './samples.ts';

/** One of a user's credentials for a service, with the documented names. */
interface ServiceField {
  key: string;
  value: string;
  sensitive: boolean;
  environmentSpecific: boolean;
}

const secret = (length: number) => randomBytes(length).toString('base64url').slice(0, length);
const hex = () => randomBytes(16).toString('hex');

/** [key, how its value is made, whether it is hidden] */
type Sample = [key: string, make: (host: string) => string, sensitive?: true];

const COMPUTE: Sample[] = [
  ['endpoint', (host) => `https://compute.${host}.example/client/api`],
  ['apiKey', () => secret(45), true],
  ['secretKey', () => secret(45), true],
  ['projectId', () => randomUUID()],
];

const STORAGE: Sample[] = [
  ['authUrl', (host) => `https://auth.${host}.example`],
  ['identityApiVersion', () => '3'],
  ['domainId', () => 'default'],
  ['projectName', () => 'system-mfortin'],
  ['userName', () => 'system-mfortin-3107'],
  ['password', () => secret(16), true],
  ['s3AccessKey', hex],
  ['s3SecretKey', () => secret(31), true],
];

const SERVICES = [
  { id: '5a8e1f7c-02d4-4b69-9c3a-7f61d0e5b301', name: 'Compute North', samples: COMPUTE },
  { id: '5a8e1f7c-02d4-4b69-9c3a-7f61d0e5b302', name: 'Object storage', samples: STORAGE },
];

/** Services and the signed-in user's credentials for them, which differ by environment. */
export function serviceRoutes(state: PortalState): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  const known = new Map<string, ServiceField[]>();

  app.get('/', () => list(SERVICES.map(({ id, name }) => ({ id, name, status: 'READY' }))));

  // POST makes new credentials.
  app.post('/:id/apiInfo', guard(state));
  app.on(['GET', 'POST'], '/:id/apiInfo', (c) => {
    const service = SERVICES.find(({ id }) => id === c.req.param('id'));
    const environment = ENVIRONMENTS.find(({ id }) => id === c.req.query('environmentId'));
    if (!service || !environment) return notFound('The service connection');
    const user = c.get('user');
    const place = `${user.id} ${service.id} ${environment.id}`;
    const kept = c.req.method === 'GET' ? known.get(place) : undefined;
    const fields = kept ?? make(service.samples, state.users.indexOf(user));
    known.set(place, fields);
    return data({ canRegenerateCredentials: true, fields });
  });
  return app;
}

function make(samples: Sample[], region: number): ServiceField[] {
  return samples.map(([key, value, sensitive = false]) => ({
    key,
    value: value(`region-${region + 1}`),
    sensitive,
    environmentSpecific: true,
  }));
}
