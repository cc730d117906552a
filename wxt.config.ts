import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';

/** The id Firefox knows the add-on by; changing it would lose every user's settings. */
const GECKO_ID = 'cloudmc-keys@extension';

const NATIVE_BROWSER = fileURLToPath(import.meta.resolve('wxt/browser'));

/**
 * Every permission, with its reason. None of them shows a warning when the extension is installed:
 * access to a portal is asked for when its user connects it.
 */
const permissions = [
  'activeTab', // look at the page in front when the popup opens, to offer connecting that portal
  'alarms', // do in time what nobody may come to do: forget a value, clear the clipboard, ask after a lost answer
  'cookies', // echo a portal's own protection against forged requests, and tell its sessions apart
  'declarativeNetRequestWithHostAccess', // have the extension's requests carry the portal's origin, and never be sent twice
  'scripting', // add the copy buttons to the portals that were connected, and to no other page
  'storage', // settings on disk; the last known list and a waiting key in session memory
];

/** What browsers warn of: asked for when the person chooses what needs it. */
const optionalPermissions = [
  'clipboardWrite', // take a copied key off the clipboard when nobody clicks
];

/** What Chromium alone has. */
const chromiumPermissions = [
  'offscreen', // have a page for that, as Chromium's background has no clipboard
];

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill'],
  vite: () => ({
    build: { target: 'esnext', modulePreload: false },
  }),
  hooks: {
    'build:publicAssets'({ config }, files) {
      // Written here, because another page with scripts would cost the popup a file more to load.
      const contents = '<!doctype html><title></title><body><script src="/clipboard.js"></script>';
      if (config.browser !== 'firefox') files.push({ relativeDest: 'clipboard.html', contents });
    },
    // Only the background answers messages with promises, which Chromium cannot do by itself. Everything
    // that a person waits for is better off without the polyfill's three kilobytes.
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.some(({ type }) => type === 'background')) return;
      if (entrypoints.some(({ type }) => type === 'popup')) {
        // What the popup and the options page have in common is smaller in one piece.
        config.build ??= {};
        config.build.rolldownOptions ??= {};
        config.build.rolldownOptions.output = {
          ...config.build.rolldownOptions.output,
          codeSplitting: {
            groups: [
              {
                name: 'shared',
                minShareCount: 2,
                test: /^(?!.*(?:\/node_modules\/ky\/|\/utils\/portal\/http\.ts))/,
              },
            ],
          },
        };
      }
      config.plugins?.push({
        name: 'no-polyfill',
        enforce: 'pre',
        resolveId: (id) => (id.endsWith('webextension-polyfill/browser') ? NATIVE_BROWSER : null),
      });
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: browser === 'firefox' ? permissions : [...permissions, ...chromiumPermissions],
    optional_permissions: optionalPermissions,
    // A portal lives under its reseller's own host, so no list of hosts could be complete.
    // Plain http is for a portal on this very machine alone.
    optional_host_permissions: ['https://*/*', 'http://127.0.0.1/*', 'http://localhost/*'],
    content_security_policy: {
      // Firefox's default would turn http into https, also for a portal on this machine.
      extension_pages: [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        'connect-src https: http://127.0.0.1:* http://localhost:*',
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ].join('; '),
    },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+K' } },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: GECKO_ID,
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '120' }),
  }),
});
