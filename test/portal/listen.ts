import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PortalSettings } from './settings.ts';

/** Starts listening and returns the portal's origin; rejects with a helpful message. */
export function listen(server: Server, settings: PortalSettings): Promise<string> {
  const { host, port, https } = settings;
  // Browsers resolve these names to this machine, but not every system's resolver does.
  const address = /(^|\.)(localhost|test)$/.test(host) ? '127.0.0.1' : host;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const inUse = error.code === 'EADDRINUSE';
      reject(inUse ? new Error(`Port ${port} is in use already.`, { cause: error }) : error);
    });
    server.listen(port, address, () => {
      settings.port = (server.address() as AddressInfo).port;
      resolve(`${https ? 'https' : 'http'}://${host}:${settings.port}`);
    });
  });
}
