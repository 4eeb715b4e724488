import type { Page } from '@playwright/test'
import { expect, test } from '../setup/test.ts'

test.use({ serviceWorkers: 'allow' })

/** The app lies in the browser, and its worker stands between the page and the network. */
const laidBy = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready
    const names = await caches.keys()
    const cache = await caches.open(names[0] ?? '')
    const kept = await cache.keys()
    return kept.map(({ url }) => new URL(url).pathname)
  })

test('the app is laid by and can be installed by the name of its workspace', async ({ journey }) => {
  const page = await journey.as('rep')
  await page.goto(journey.at('/f/account'))
  await expect(page.locator('.pw-table')).toBeVisible()
  const files = await laidBy(page)
  expect(files).toContain('/')
  expect(files.filter((file) => file.startsWith('/api/'))).toEqual([])
  const manifest = await page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]')
    const answer = await fetch(link?.href ?? '')
    return (await answer.json()) as { name: string; start_url: string }
  })
  expect(manifest).toMatchObject({ name: 'Northwind', start_url: '/w/northwind' })
})
