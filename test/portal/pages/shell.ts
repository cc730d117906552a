import { createHash } from 'node:crypto';
import type { Language, Layout } from '../settings.ts';
import type { PortalState } from '../state.ts';
import { configPath } from './page-config.ts';

const IMPORT_MAP = JSON.stringify({
  imports: {
    htm: '/app/lib/htm.js',
    'htm/preact': '/app/lib/htm-preact.js',
    preact: '/app/lib/preact.js',
    'preact/hooks': '/app/lib/preact-hooks.js',
  },
});

const importMapHash = createHash('sha256').update(IMPORT_MAP).digest('base64');

/** As strict as a careful operator's, so that anything added to the page has to comply. */
export function contentSecurityPolicy({ settings, origins }: PortalState): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'sha256-${importMapHash}'`,
    ...(settings.apiHost === null ? [] : [`connect-src 'self' ${origins.api}`]),
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
}

const SIDEBAR = ['profile', 'credentials'];

/** The style sheets of each layout. */
const SHEETS: Record<Layout, string[]> = {
  profile: SIDEBAR,
  submenu: SIDEBAR,
  classic: SIDEBAR,
  panel: SIDEBAR,
  drawer: ['drawer'],
  custom: ['custom'],
};

/** The document the application renders into. */
export function shell(state: PortalState, layout: Layout, language: Language): string {
  const { customCss } = state.settings;
  const sheets = [
    'common',
    'notifications',
    ...SHEETS[layout],
    ...(customCss === 'none' ? [] : [customCss]),
  ];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>CloudMC</title>
<link rel="icon" href="/favicon.svg">
<meta name="app-config" content="${configPath(state)}">
${sheets.map((name) => `<link rel="stylesheet" href="/app/style/${name}.css">`).join('\n')}
<script type="importmap">${IMPORT_MAP}</script>
<script type="module" src="/app/client/main.ts"></script>
</head>
<body><div id="root"></div></body>
</html>`;
}
