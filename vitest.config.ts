import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongFirst } from './test/support/long-first.js';
import { runningRig } from './test/usb/rig/running.js';

// By itself vitest leaves one core alone, which on two cores is half of them.
const shared = { testTimeout: 60_000, hookTimeout: 30_000, maxWorkers: availableParallelism() };

export default defineConfig({
  test: {
    sequence: { sequencer: LongFirst },
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          // Files share a process, and with it the modules that they load: loading them for each file took a third of the time.
          isolate: false,
          include: [
            '{base,proto,firmware-host,board-sim,lab,cli,desktop}/**/*.test.{ts,tsx}',
            'test/electron/**/*.test.ts',
          ],
          // The real module fetches its runtime as soon as it is resolved.
          alias: [
            { find: /^electron$/, replacement: new URL('./test/support/fake-electron.ts', import.meta.url).pathname },
          ],
          exclude: ['**/*.slow.test.ts', '**/node_modules/**', 'dist/**'],
        },
      },
      // The emulated board takes seconds where the behavioural one takes milliseconds.
      { test: { ...shared, name: 'contract', include: ['test/contract/**/*.test.ts'] } },
      {
        test: {
          ...shared,
          testTimeout: 180_000,
          name: 'e2e',
          // As for the unit tests; what these say of the product they mostly learn from processes of its own.
          isolate: false,
          include: ['test/{e2e,security,packaging}/**/*.test.ts'],
          exclude: ['**/*.slow.test.ts'],
        },
      },
      {
        test: {
          ...shared,
          testTimeout: 600_000,
          name: 'slow',
          include: ['test/fuzz/**/*.test.ts', '**/*.slow.test.ts'],
          exclude: ['**/node_modules/**', 'dist/**'],
        },
      },
      // A browser over the desktop's own server.
      {
        test: {
          ...shared,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          name: 'ui',
          include: ['test/ui/**/*.test.ts'],
          exclude: ['**/*.slow.test.ts'],
        },
      },
      // Two guests, booted once, for two files at a time: what is plugged into a guest is everybody's there.
      {
        test: {
          ...shared,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          name: 'usb',
          include: ['test/usb/**/*.test.ts', 'test/contract/**/*.test.ts'],
          // These are not about kinds of boards.
          exclude: ['test/contract/{device-workers,entropy-workers,mirrored-constants,worker}.test.ts'],
          globalSetup: 'test/usb/setup.ts',
          maxWorkers: runningRig() === undefined ? 2 : 1,
        },
      },
    ],
  },
});
