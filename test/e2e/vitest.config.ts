import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import type { BrowserName } from '../browsers/find.ts';

/** The same files run in each browser, which every project names to its tests. */
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

/** Of these, `npm test` tries some cases, and `npm run test:slow` all; see `test/thorough.ts`. */
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
    // A browser is several processes: more than two at once only get in each other's way.
    maxWorkers: 2,
    // Files that run in the same worker share its browser, which starts anew for each test.
    isolate: false,
    setupFiles: join(import.meta.dirname, 'support/fresh-settings.ts'),
    // As long as everything else is waited for, see test/browsers/until.ts.
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What passes only the second time has found something.
    retry: 0,
  },
}));
