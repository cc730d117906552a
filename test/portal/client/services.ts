import { config } from './config.ts';
import { request } from './request.ts';

/** A service in an environment, whose credentials can be shown. */
export interface ServicePlace {
  /** As displayed: Service / environment. */
  text: string;
  path: string;
}

/** One credential, with the API's names. */
export interface ServiceField {
  key: string;
  value: string;
  sensitive: boolean;
}

interface Named {
  id: string;
  name: string;
}

/** The documented API has an envelope, whatever the key API does. */
async function read<T>(method: string, path: string): Promise<T> {
  const { body } = await request(method, `${config.apiOrigin}/rest${path}`);
  return (body as { data: T }).data;
}

/** Every environment of the services of a kind. */
export async function listPlaces(kind: 'compute' | 'storage'): Promise<ServicePlace[]> {
  const services = await read<Named[]>('GET', '/services/connections');
  const environments = await read<Named[]>('GET', '/environments');
  const isStorage = ({ name }: Named) => /storage/i.test(name);
  return services
    .filter((service) => isStorage(service) === (kind === 'storage'))
    .flatMap((service) =>
      environments.map(({ id, name }) => ({
        text: `${service.name} / ${name}`,
        path: `/services/connections/${service.id}/apiInfo?environmentId=${id}`,
      })),
    );
}

/** The credentials of a place; POST replaces them with new ones. */
export async function serviceFields(
  place: ServicePlace,
  method: 'GET' | 'POST' = 'GET',
): Promise<ServiceField[]> {
  return (await read<{ fields: ServiceField[] }>(method, place.path)).fields;
}
