import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // What needs a browser has a configuration of its own.
    exclude: ['test/e2e/*.test.ts', 'test/e2e/slow/*.test.ts'],
    restoreMocks: true,
    // The default leaves one processor free, which is half of what there is at times.
    maxWorkers: '100%',
    // What runs side by side within a file waits for a server, not for a processor.
    maxConcurrency: 12,
  },
});
