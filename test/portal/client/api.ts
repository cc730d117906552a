/// <reference lib="dom" />
import { config } from './config.ts';
import { toSignIn } from './sign-in.ts';

/** An API key as the pages know it. */
export interface ApiKey {
  id: string;
  name: string;
  lastIp: string | null;
  lastActivity: string | null;
}

type WireRecord = Record<string, string | null>;

export async function listKeys(): Promise<ApiKey[]> {
  const { data } = await send<{ data: WireRecord[] }>('GET', '');
  return data.map(readKey);
}

/** Generates a key; this answer is the only one that ever holds its value. */
export async function generateKey(name: string): Promise<{ name: string; value: string }> {
  const { data } = await send<{ data: WireRecord }>('POST', '', { name });
  return { name: readKey(data).name, value: data[config.fields.value] ?? '' };
}

export function renameKey(id: string, name: string): Promise<unknown> {
  return send('PUT', `/${id}`, { name });
}

export function revokeKey(id: string): Promise<unknown> {
  return send('DELETE', `/${id}`);
}

function readKey(record: WireRecord): ApiKey {
  const { fields } = config;
  return {
    id: record[fields.id] ?? '',
    name: record[fields.name] ?? '',
    lastIp: record[fields.lastIp] ?? null,
    lastActivity: record[fields.lastActivity] ?? null,
  };
}

async function send<T>(method: string, path: string, body?: object): Promise<T> {
  const response = await fetch(config.keysPath + path, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  if (response.status === 401) return toSignIn();
  if (!response.ok) throw new Error(`${method} answered ${response.status}`);
  return response.status === 204 ? (undefined as T) : response.json();
}
