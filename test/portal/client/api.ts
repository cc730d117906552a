/// <reference lib="dom" />
import { config } from './config.ts';
import { readKey, readList, readOne, readTask } from './dialect.ts';
import { type Answer, isFailure, request } from './request.ts';

/** An API key as the pages know it. */
export interface ApiKey {
  id: string;
  name: string;
  lastIp: string | null;
  lastActivity: Date | null;
  /** Set for the legacy key, which the key API does not know. */
  legacy?: boolean;
}

/** Milliseconds between two polls of a task. */
const TASK_PAUSE = 150;

/** The keys that came with the page, until they are used. */
let embedded = config.keys as Answer | undefined;

export async function listKeys(): Promise<ApiKey[]> {
  const keys: ApiKey[] = [];
  for (let page = 1; ; page += 1) {
    const query = config.envelope === 'paged' ? `?page_number=${page}` : '';
    const { body } = embedded ?? (await askKeys('GET', query));
    embedded = undefined;
    const { records, more } = readList(body);
    keys.push(...records.map(readKey));
    if (!more) return keys;
  }
}

/** Generates a key; only this answer ever contains its value. */
export async function generateKey(name: string): Promise<{ name: string; value: string }> {
  const record = (await change('POST', '', name)) as Record<string, unknown>;
  return { name: readKey(record).name, value: String(record[config.fields.value]) };
}

export function renameKey(id: string, name: string): Promise<unknown> {
  return change(config.renameVerb, `/${id}`, name);
}

export function revokeKey(id: string): Promise<unknown> {
  return change('DELETE', `/${id}`);
}

export async function revokeLegacyKey(): Promise<void> {
  await request('DELETE', '/app/legacy-key');
}

/** Makes a change and waits for its task, if any; returns the resulting record. */
async function change(method: string, path: string, name?: string): Promise<unknown> {
  const sent = name === undefined ? undefined : { [config.nameField]: name };
  const { status, body } = await askKeys(method, path, sent);
  if (status === 204) return undefined;
  const id = (body as Record<string, unknown>)[config.taskId];
  if (id === undefined) return readOne(body);
  for (;;) {
    const answer = await request('GET', `${config.apiOrigin}/rest/tasks/${id}`);
    const task = readTask(answer.body);
    if (task.status === 'SUCCESS') return task.result;
    if (task.status !== 'PENDING') throw new Error(`The task ended with ${task.status}`);
    await new Promise((resolve) => setTimeout(resolve, TASK_PAUSE));
  }
}

/** Calls the key API, through the page's own server if the page does not know the path. */
async function askKeys(method: string, path: string, body?: object): Promise<Answer> {
  if (config.keysPath !== null) {
    return request(method, config.apiOrigin + config.keysPath + path, body);
  }
  const asked = { method, path: path.replace(/^\//, ''), body };
  const { body: passedOn } = await request('POST', '/app/bootstrap', asked);
  const answer = passedOn as Answer;
  if (answer.status >= 400 || isFailure(answer.body))
    throw new Error(`${method} answered ${answer.status}`);
  return answer;
}
