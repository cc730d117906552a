import { keysPath } from '../../key-path.ts';
import type { PortalState } from '../../state.ts';
import { paths } from './paths.ts';
import { type Part, schemas } from './schemas.ts';

const BASE = '/rest';

/** The portal's OpenAPI document, which has the key API only with the clue openapi. */
export function openapiDocument(state: PortalState): Part {
  const { settings, origins } = state;
  const path = settings.clue === 'openapi' ? keysPath(state) : undefined;
  const inBase = path?.startsWith(`${BASE}/`) ? path.slice(BASE.length) : path;
  const described = paths(settings, inBase);
  // Operations outside the base path name their own server.
  if (path !== undefined && path === inBase) {
    for (const [name, each] of Object.entries(described)) {
      if (name.startsWith(path)) each.servers = [{ url: origins.api }];
    }
  }
  return {
    openapi: '3.0.1',
    info: { title: 'CloudMC API', version: '2.0' },
    servers: [{ url: origins.api + BASE }],
    security: [{ ApiKeyAuth: [] }],
    tags: [{ name: 'credentials', description: 'API keys of users' }, { name: 'services' }],
    paths: described,
    components: {
      schemas: schemas(settings, path !== undefined),
      securitySchemes: { ApiKeyAuth: { type: 'apiKey', in: 'header', name: 'MC-Api-Key' } },
    },
  };
}
