import { createHash } from 'node:crypto';
import type { Language, Layout } from '../settings.ts';

const IMPORT_MAP = JSON.stringify({
  imports: {
    htm: '/app/lib/htm.js',
    'htm/preact': '/app/lib/htm-preact.js',
    preact: '/app/lib/preact.js',
    'preact/hooks': '/app/lib/preact-hooks.js',
  },
});

const importMapHash = createHash('sha256').update(IMPORT_MAP).digest('base64');

/** Strict, like a careful operator's: whatever adds to the page has to live with it. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  `script-src 'self' 'sha256-${importMapHash}'`,
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** The document that the application draws into. */
export function shell(layout: Layout, language: Language): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>CloudMC</title>
<link rel="icon" href="/favicon.svg">
<link rel="stylesheet" href="/app/style/common.css">
<link rel="stylesheet" href="/app/style/${layout}.css">
<script type="importmap">${IMPORT_MAP}</script>
<script type="module" src="/app/client/main.ts"></script>
</head>
<body><div id="root"></div></body>
</html>`;
}
