/// <reference lib="dom" />
import type { Page } from '@playwright/test'
import { expect } from './test.ts'

/** The app lies in the browser, and its worker stands between the page and the network. */
export const laidBy = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready
    const names = await caches.keys()
    const cache = await caches.open(names[0] ?? '')
    const kept = await cache.keys()
    return kept.map(({ url }) => new URL(url).pathname)
  })

/** An answer with this text is kept by the browser: a page that is left before that leaves nothing. */
export const expectKept = (page: Page, route: string, text: string) =>
  expect
    .poll(() =>
      page.evaluate(
        async ([name, sought]) => {
          const settled = <T>(request: IDBRequest<T>) =>
            new Promise<T>((done) => request.addEventListener('success', () => done(request.result)))
          // Opening it before the page has made it would leave the page one without shelves.
          const made = await indexedDB.databases()
          if (!made.some((one) => one.name === 'pipewright-device')) return false
          const database = await settled(indexedDB.open('pipewright-device'))
          const shelf = database.transaction('answers').objectStore('answers')
          const all = await settled<{ route: string; answer: unknown }[]>(shelf.getAll())
          database.close()
          return all.some((one) => one.route === name && JSON.stringify(one.answer).includes(sought))
        },
        [route, text] as const,
      ),
    )
    .toBe(true)
