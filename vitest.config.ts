import { defineConfig } from 'vitest/config'

const source = '{apps,packages}/*/src/**'
const outside = ['**/node_modules/**', '**/dist/**']

export default defineConfig({
  test: {
    passWithNoTests: true,
    projects: [
      {
        test: {
          name: 'unit',
          include: [`${source}/*.test.ts`, '{schemas,scripts,templates}/**/*.test.ts'],
          exclude: [...outside, '**/*.db.test.ts'],
          // Properties run hundreds of cases; how long that takes says something of the machine, not of the code.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'ui',
          include: [`${source}/*.ui.test.tsx`],
          exclude: outside,
          environment: 'jsdom',
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'db',
          include: [`${source}/*.db.test.ts`, 'templates/**/*.db.test.ts'],
          exclude: outside,
          globalSetup: './packages/testing/src/database-setup.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
