import { defineConfig } from '@playwright/test'
import journeys from './playwright.config.ts'

/** Many members at work for a while: `playwright test --config soak.config.ts`. Not part of the journeys. */
const desk = journeys.projects?.find(({ name }) => name === 'en')

export default defineConfig({
  ...journeys,
  testDir: 'soak',
  // A run empties its folder first: the traces of failed journeys stay in theirs.
  outputDir: 'soak-results',
  timeout: 0,
  // More sessions than a machine has cores take turns.
  expect: { timeout: 60_000 },
  projects: [{ name: 'soak', use: { ...desk?.use, trace: 'off', actionTimeout: 60_000 } }],
})
