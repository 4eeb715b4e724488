import { defineConfig } from 'vitest/config'

const source = '{apps,packages}/*/src/**'
// Files of a worker share what they import: nearly all the time of a small test went into importing. No test mocks a
// module, so that nothing one of them does is seen by the next.
const together = { isolate: false } as const
const outside = ['**/node_modules/**', '**/dist/**']

export default defineConfig({
  test: {
    passWithNoTests: true,
    projects: [
      {
        test: {
          ...together,
          name: 'unit',
          include: [`${source}/*.test.ts`, '{schemas,scripts,templates}/**/*.test.ts'],
          exclude: [...outside, '**/*.db.test.ts'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          ...together,
          name: 'ui',
          include: [`${source}/*.ui.test.tsx`],
          exclude: outside,
          environment: 'jsdom',
          setupFiles: './packages/renderer/src/controls/controls-are-here.setup.ts',
          testTimeout: 20_000,
        },
      },
      {
        test: {
          ...together,
          name: 'db',
          include: [`${source}/*.db.test.ts`, 'templates/**/*.db.test.ts'],
          exclude: outside,
          globalSetup: './packages/testing/src/database-setup.ts',
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
