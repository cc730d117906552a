import type { PortalSettings } from '../../settings.ts';
import { spell } from '../spelling.ts';
import { type Part, ref } from './schemas.ts';

const object = (properties: Part): Part => ({ type: 'object', properties });
const array = (items: Part): Part => ({ type: 'array', items });

const LISTS: Record<PortalSettings['envelope'], (items: Part, settings: PortalSettings) => Part> = {
  data: (items) => ({ allOf: [object({ metadata: ref('Metadata') }), object({ data: items })] }),
  bare: (items) => items,
  items: (items) => object({ items, total: { type: 'integer' } }),
  paged: (items, settings) => {
    const names = ['pageSize', 'pageCurrent', 'recordCount'];
    const numbers = names.map((name) => [spell(settings, name), { type: 'integer' }]);
    return object({ data: items, metadata: object(Object.fromEntries(numbers)) });
  },
};

/** The schema of a list in this portal's envelope. */
export function listOf(settings: PortalSettings, name: string): Part {
  return LISTS[settings.envelope](array(ref(name)), settings);
}

/** The schema of one record in this portal's envelope. */
export function oneOf(settings: PortalSettings, name: string): Part {
  const wrapped = settings.envelope === 'data' || settings.envelope === 'paged';
  return wrapped ? object({ data: ref(name) }) : ref(name);
}

/** A JSON answer with this schema. */
export function answer(schema: Part): Part {
  return { description: 'OK', content: { 'application/json': { schema } } };
}
