import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

/** A page that leaves traces on disk on purpose, as the extension must not. */
export interface ControlPage {
  origin: string;
  close(): Promise<void>;
}

/**
 * Serves a page that browsers cache compressed, with a field whose text they restore.
 * @param title the page's title
 * @param content a text in the page
 */
export async function startControlPage(title: string, content: string): Promise<ControlPage> {
  const page = `<!doctype html><title>${title}</title>
    <label>Note <input></label><p>${content.slice(0, 12)}...${content.slice(12)}</p><p>${content}</p>`;
  const server = createServer((_, answer) => {
    answer.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-encoding': 'gzip',
      'cache-control': 'max-age=3600',
    });
    answer.end(gzipSync(page));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
