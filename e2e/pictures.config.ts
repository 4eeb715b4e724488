import { defineConfig } from '@playwright/test'
import journeys from './playwright.config.ts'

/** Takes the pictures of the README anew: `playwright test --config pictures.config.ts`. */
export default defineConfig({
  ...journeys,
  testDir: 'pictures',
  projects: (journeys.projects ?? [])
    .filter(({ name }) => name !== 'measured')
    .map(({ name, use }) => ({ name: name ?? '', use: { ...use, trace: 'off' as const } })),
})
