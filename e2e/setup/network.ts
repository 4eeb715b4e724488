import type { BrowserContext } from '@playwright/test'

/** Stands while the network is cut, for pages to read as they load. */
const mark = 'network-is-cut'

function tellByMark(name: string): void {
  const { get } = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine') ?? {}
  Object.defineProperty(Navigator.prototype, 'onLine', {
    configurable: true,
    get: () => !document.cookie.includes(`${name}=1`) && get?.call(navigator) === true,
  })
}

/**
 * Takes the network from a browser. A page that is loaded without one knows it as in an aeroplane: Chromium 150 forgets
 * with a reload that `navigator.onLine` is to be false.
 */
export async function cutNetwork(context: BrowserContext): Promise<void> {
  const [page] = context.pages()
  if (page === undefined) throw new Error('Open a page first: its network is cut.')
  await context.addCookies([{ name: mark, value: '1', url: new URL(page.url()).origin }])
  await context.addInitScript(tellByMark, mark)
  await context.setOffline(true)
}

/** Gives it back, and tells all pages, also those that were loaded without it. */
export async function mendNetwork(context: BrowserContext): Promise<void> {
  await context.clearCookies({ name: mark })
  await context.setOffline(false)
  for (const page of context.pages()) await page.evaluate(() => window.dispatchEvent(new Event('online')))
}
