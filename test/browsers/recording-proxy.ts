import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** A proxy on this machine that records all requested hosts, and only connects to this machine. */
export interface RecordingProxy {
  /** Its own host:port. */
  address: string;
  /** The host:port of every request and connection so far; grows while the proxy runs. */
  contacted: string[];
  close(): Promise<void>;
}

/**
 * Starts a proxy for a browser.
 * @param here the host:port pairs that it connects to; all others are refused
 */
export async function startRecordingProxy(here: string[]): Promise<RecordingProxy> {
  const contacted: string[] = [];
  const server = createServer((incoming, answer) => {
    const { hostname, port } = new URL(incoming.url ?? '/', 'http://nobody.invalid');
    const target = `${hostname}:${port || 80}`;
    contacted.push(target);
    if (here.includes(target)) forward(incoming, answer);
    else answer.writeHead(502).end();
  });
  server.on('connect', ({ url: target = '' }: IncomingMessage, socket: Socket) => {
    contacted.push(target);
    if (here.includes(target)) tunnel(socket, Number(target.split(':').at(-1)));
    else socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    contacted,
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function forward(incoming: IncomingMessage, answer: ServerResponse): void {
  const { method, headers, url = '' } = incoming;
  const { port, pathname, search } = new URL(url);
  const onward = request(
    { host: '127.0.0.1', port, method, headers, path: pathname + search },
    (response) => {
      answer.writeHead(response.statusCode ?? 502, response.rawHeaders);
      response.pipe(answer);
    },
  );
  onward.on('error', () => answer.destroy());
  answer.on('close', () => onward.destroy());
  incoming.pipe(onward);
}

function tunnel(socket: Socket, port: number): void {
  const onward = connect(port, '127.0.0.1', () => socket.write('HTTP/1.1 200 OK\r\n\r\n'));
  onward.on('error', () => socket.destroy());
  socket.on('error', () => onward.destroy());
  socket.pipe(onward).pipe(socket);
}
