import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { type Context, Hono } from 'hono';
import { hashClasses } from '../client/class-names.ts';
import type { PortalEnv } from '../state.ts';

const HERE = new URL('..', import.meta.url);
const MODULES = new URL('../../node_modules/', HERE);

const LIBRARIES: Record<string, string> = {
  'htm.js': 'htm/dist/htm.module.js',
  'htm-preact.js': 'htm/preact/index.module.js',
  'preact.js': 'preact/dist/preact.mjs',
  'preact-hooks.js': 'preact/hooks/dist/hooks.mjs',
};

const FAVICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="7" fill="#1a7fba"/>
<path d="M9 21a5 5 0 1 1 3-9l8 8a5 5 0 1 0 0-8l-8 8" fill="none" stroke="#fff" stroke-width="2.6"/>
</svg>`;

const API_DOCS = '<!doctype html><meta charset="utf-8"><title>API docs</title><h1>API docs</h1>';

/** Serves what the pages load: scripts without types, libraries as installed, and style sheets. */
export function assetRoutes(): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  const script = (c: Context, source: string) =>
    c.body(source, 200, { 'content-type': 'text/javascript; charset=utf-8' });

  app.get('/app/client/:file{[a-z/-]+\\.ts}', async (c) => {
    const source = await read(new URL(`client/${c.req.param('file')}`, HERE));
    return source === null ? c.notFound() : script(c, stripTypeScriptTypes(source));
  });

  app.get('/app/lib/:file', async (c) => {
    const path = LIBRARIES[c.req.param('file')];
    const source = path === undefined ? null : await read(new URL(path, MODULES));
    return source === null ? c.notFound() : script(c, source);
  });

  app.get('/app/style/:file{[a-z]+\\.css}', async (c) => {
    const source = await read(new URL(`style/${c.req.param('file')}`, HERE));
    if (source === null) return c.notFound();
    return c.body(hashClasses(source), 200, { 'content-type': 'text/css; charset=utf-8' });
  });

  app.get('/favicon.svg', (c) => c.body(FAVICON, 200, { 'content-type': 'image/svg+xml' }));
  app.get('/api-docs', (c) => c.html(API_DOCS));
  return app;
}

async function read(file: URL): Promise<string | null> {
  return readFile(file, 'utf8').catch(() => null);
}
