import type { Context } from 'hono';
import type { StoredKey } from '../keys.ts';
import type { PortalSettings } from '../settings.ts';
import { spellAll } from './spelling.ts';

const TIMES: Record<PortalSettings['times'], (iso: string) => string | number> = {
  iso: (iso) => iso,
  plain: (iso) => iso.slice(0, 19).replace('T', ' '),
  seconds: (iso) => Math.floor(Date.parse(iso) / 1000),
  milliseconds: (iso) => Date.parse(iso),
};

// JSON omits undefined properties.
const NEVER: Record<PortalSettings['never'], string | null | undefined> = {
  null: null,
  blank: '',
  dash: '-',
  missing: undefined,
};

/** The id of a key in the API. */
export function wireId({ idKind }: PortalSettings, { id }: StoredKey): string | number {
  return idKind === 'uuid' ? id : Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
}

/** A key in this portal's dialect, without its value. */
export function outside(settings: PortalSettings, key: StoredKey): Record<string, unknown> {
  const { fields } = settings;
  const never = NEVER[settings.never];
  const time = TIMES[settings.times];
  return {
    [fields.id]: wireId(settings, key),
    [fields.name]: key.name,
    [fields.lastIp]: key.lastIp ?? never,
    [fields.lastActivity]: key.lastActivity === null ? never : time(key.lastActivity),
    [fields.created]: time(key.created),
  };
}

type AroundList = (records: object[], c: Context, settings: PortalSettings) => unknown;

const AROUND_LIST: Record<PortalSettings['envelope'], AroundList> = {
  data: (records) => ({ data: records, metadata: { recordCount: records.length } }),
  bare: (records) => records,
  items: (records) => ({ items: records, total: records.length }),
  paged(records, c, settings) {
    const page = Math.max(1, Number(c.req.query('page_number')) || 1);
    const asked = Number(c.req.query('page_size')) || settings.pageSize;
    const size = Math.min(Math.max(1, asked), settings.pageSize);
    return {
      data: records.slice((page - 1) * size, page * size),
      metadata: { pageSize: size, pageCurrent: page, recordCount: records.length },
    };
  },
};

/** Wraps a list in this portal's envelope. */
export function answerList(settings: PortalSettings, c: Context, records: object[]): Response {
  const around = AROUND_LIST[settings.envelope](records, c, settings);
  return Response.json(spellAll(settings, around));
}

/** Wraps one record in this portal's envelope. */
export function answerOne(settings: PortalSettings, record: unknown, status: number): Response {
  const wrapped = settings.envelope === 'data' || settings.envelope === 'paged';
  return Response.json(spellAll(settings, wrapped ? { data: record } : record), { status });
}
