import { defineConfig, type PlaywrightTestOptions } from '@playwright/test'
import type { JourneyOptions } from './setup/test.ts'

type Use = Partial<PlaywrightTestOptions> & JourneyOptions

const wide: Use = { viewport: { width: 1440, height: 900 }, journeyLocale: 'en' }
const phone: Use = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
  journeyLocale: 'en',
}
const chinese: Use = { journeyLocale: 'zh', locale: 'zh-CN', timezoneId: 'Asia/Shanghai' }
const english: Use = { journeyLocale: 'en', locale: 'en-GB', timezoneId: 'Europe/London' }

/** Journeys that are walked on a phone too. */
const onThePhone =
  /(look-at-files|file-versions|export-a-lot|export-lines|elements-and-buttons|money-in-any-currency|fill-every-field|convert-a-lead|quote-approval|contract-to-payment|public-form|saved-views|home-page|talk|mail|be-told|told-in-time|reminders|rep-day-on-a-record|complete-a-record|without-network|own-password|session-ends|forgotten-password|recycle-bin|presence|take-it-back|two-at-once|favourites|lanes|around-a-record|hand-on|take-a-view|calendar|timeline|map-view|tree|merge-from-a-record|merged-away|look-back|possible-duplicates|import-there-already|backups|import-lines|search|on-paper)\.spec\.ts/

/** Journeys of what only a phone has. */
const phoneOnly = /(choose-on-a-phone|pick-a-day|thumb|whole-encoding)\.spec\.ts/

/** Journeys that do not show a page, or whose pages do not depend on the language: walked once. */
const once = /(styles|sql|kill|import-by-key|many-tabs)\.spec\.ts/

/** Walked in English at a desk and in Chinese on a phone. */
const crossed = /(removed-data|import|import-files|rows-in-rows|form-drafts|gallery|save-under-way)\.spec\.ts/

/** Journeys that time the product: walked once, after all others and one at a time, so that they time nothing else. */
const measured = /(large-form|large-form-designer|many-rows|wide-table)\.spec\.ts/

// Sandboxed Chromium needs user namespaces, which root in a container does not have.
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []

export default defineConfig<PlaywrightTestOptions & JourneyOptions>({
  testDir: 'journeys',
  globalSetup: './setup/test-database.ts',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    contextOptions: { reducedMotion: 'reduce' },
    // Laying the app by takes time from what a journey looks at; journeys without a network allow it.
    serviceWorkers: 'block',
    actionTimeout: 10_000,
    navigationTimeout: 15_000,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args,
    },
  },
  projects: [
    { name: 'en', use: { ...wide, ...english }, testIgnore: [phoneOnly, measured] },
    { name: 'zh', use: { ...wide, ...chinese }, testIgnore: [once, crossed, phoneOnly, measured] },
    { name: 'en-phone', use: { ...phone, ...english }, testMatch: [onThePhone, phoneOnly] },
    { name: 'zh-phone', use: { ...phone, ...chinese }, testMatch: [onThePhone, phoneOnly, crossed] },
    {
      name: 'measured',
      use: { ...wide, ...english },
      testMatch: measured,
      workers: 1,
      dependencies: ['en', 'zh', 'en-phone', 'zh-phone'],
    },
  ],
})
