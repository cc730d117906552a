import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import type { BrowserName } from '../browsers/find.ts';

/** Runs the same files in one browser, and passes its name to the tests. */
function project(name: BrowserName) {
  return {
    extends: true as const,
    test: {
      name,
      provide: { browserName: name },
      globalSetup: join(import.meta.dirname, 'support/setup.ts'),
    },
  };
}

/** `npm test` runs only some cases of these, and `npm run test:slow` all; see `test/thorough.ts`. */
const SAMPLED = [
  'clickjacking',
  'copy-endpoint-on-page',
  'copy-key-on-page',
  'hostile-names',
  'language',
  'matrix',
  'message-fuzzing',
  'service-keys',
].map((name) => `${name}.test.ts`);

export default defineConfig(({ mode }) => ({
  cacheDir: join(import.meta.dirname, '../../node_modules/.vite'),
  test: {
    root: import.meta.dirname,
    include: mode === 'slow' ? ['slow/*.test.ts', ...SAMPLED] : ['*.test.ts'],
    projects: [project('chromium'), project('firefox')],
    // A browser is several processes, so more than two at once only slow each other down.
    maxWorkers: 2,
    // Files that run in the same worker share its browser, which is reset for each test.
    isolate: false,
    setupFiles: join(import.meta.dirname, 'support/fresh-settings.ts'),
    // The same timeout as in test/browsers/until.ts.
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A test that passes only on the second try has found something.
    retry: 0,
  },
}));
