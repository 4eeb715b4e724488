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
        },
      },
      {
        test: {
          name: 'ui',
          include: [`${source}/*.ui.test.tsx`],
          exclude: outside,
          environment: 'jsdom',
          testTimeout: 20_000,
        },
      },
      {
        test: {
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
