import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';

/** The add-on's id in Firefox. Changing it would lose every user's settings. */
const GECKO_ID = 'cloudmc-keys@extension';

/** The browser API without the polyfill. */
const NATIVE_BROWSER = fileURLToPath(import.meta.resolve('wxt/browser'));

/**
 * Every permission, with its reason. None of them shows a warning at installation: access to a portal is
 * requested when the person connects it.
 */
const permissions = [
  'activeTab', // inspect the active tab when the popup opens, to offer to connect that portal
  'alarms', // forget a value, clear the clipboard and check a lost answer on time, even if no window is open
  'cookies', // repeat a portal's CSRF cookie in a header, and notice when a session ends
  'declarativeNetRequestWithHostAccess', // send requests with the portal's origin, and never twice
  'scripting', // add the copy buttons to connected portals, and to no other page
  'storage', // keep settings on disk; lists, drafts and new keys in session memory
];

/** Permissions with a warning. They are requested when the person turns on what needs them. */
const optionalPermissions = [
  'clipboardWrite', // clear the clipboard without a click
];

/** Permissions that only Chromium has. */
const chromiumPermissions = [
  'offscreen', // clear the clipboard in an offscreen page, because Chromium's background has none
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
      // Not an entrypoint, because then the popup would have to load one more file.
      const contents = '<!doctype html><title></title><body><script src="/clipboard.js"></script>';
      if (config.browser !== 'firefox') files.push({ relativeDest: 'clipboard.html', contents });
    },
    // Only the background needs the polyfill, to answer messages with promises in Chromium. Windows and pages
    // load faster without its three kilobytes.
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.some(({ type }) => type === 'background')) return;
      if (entrypoints.some(({ type }) => type === 'popup')) {
        // The code that the popup and the options page share is smaller in one file.
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
    // Each reseller runs its portal on its own host, so no list of hosts could be complete.
    // Plain http is only for a portal on this machine.
    optional_host_permissions: ['https://*/*', 'http://127.0.0.1/*', 'http://localhost/*'],
    content_security_policy: {
      // Firefox's default would upgrade http to https, even for a portal on this machine.
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
