import { readFile } from 'node:fs/promises';

interface Entry {
  type: number;
  params?: { url?: string; initiator?: string; request_type?: string };
}

/**
 * Reads from Chromium's network log the hosts that only the browser itself contacted: no page, worker or
 * extension did, and no tab navigated there.
 * @param path the log of a closed browser
 * @returns each as host:port
 */
export async function ownHosts(path: string): Promise<string[]> {
  const log = JSON.parse(await readFile(path, 'utf8'));
  const started: number = log.constants.logEventTypes.URL_REQUEST_START_JOB;
  const own = new Set<string>();
  const others = new Set<string>();
  for (const { type, params = {} } of log.events as Entry[]) {
    if (type !== started || !params.url) continue;
    const isOwn = params.initiator === 'not an origin' && params.request_type === 'other';
    (isOwn ? own : others).add(hostOf(params.url));
  }
  return [...own.difference(others)];
}

function hostOf(url: string): string {
  const { protocol, hostname, port } = new URL(url);
  return `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`;
}
