import type { BrowserContext, Page, Request, TestInfo } from '@playwright/test'

/** What every page of a journey waits for and shows, for whoever reads why it failed. */
export interface UnderWay {
  watch(context: BrowserContext): void
  /** Attached as "pages", which the gate prints. */
  attach(info: TestInfo): Promise<void>
}

/** Which part of an address tells where somebody is: its path, and the step, the import or the filter behind it. */
const placed = (address: string): string => {
  const { pathname, search } = new URL(address)
  return `${pathname}${search}`
}

/** Where a page is, by its address and its first heading. */
const place = async (page: Page): Promise<string> => {
  // Headings of the navigation stand on every page and tell nothing.
  const [heading] = await page
    .locator('main')
    .getByRole('heading')
    .allInnerTexts()
    .catch(() => [])
  return heading === undefined ? `${placed(page.url())}:` : `${placed(page.url())} "${inOneLine(heading)}":`
}

const inOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().slice(0, 160)

const told = ({ request, since }: { request: Request; since: number }) =>
  `waits for ${request.method()} ${placed(request.url())} since ${Date.now() - since} ms`

/** What a page says to somebody: alerts, messages, errors of fields. */
const said = async (page: Page): Promise<string[]> => {
  const shown = page.locator('[role=alert]:visible, .ant-message-notice:visible, [role=dialog]:visible')
  const texts = await shown.allInnerTexts().catch(() => [])
  return texts.map((text) => `says "${inOneLine(text)}"`)
}

export function watchUnderWay(): UnderWay {
  const open = new Map<Request, number>()
  const contexts: BrowserContext[] = []
  return {
    watch(context) {
      contexts.push(context)
      context.on('request', (request) => void open.set(request, Date.now()))
      context.on('requestfinished', (request) => void open.delete(request))
      context.on('requestfailed', (request) => void open.delete(request))
    },
    async attach(info) {
      const lines: string[] = []
      for (const page of contexts.flatMap((context) => context.pages())) {
        // A stream of events is always under way.
        const waiting = [...open]
          .map(([request, since]) => ({ request, since }))
          .filter(({ request }) => request.resourceType() !== 'eventsource' && ofPage(request, page))
        lines.push(await place(page), ...waiting.map(told), ...(await said(page)))
      }
      await info.attach('pages', { body: lines.join('\n'), contentType: 'text/plain' })
    },
  }
}

function ofPage(request: Request, page: Page): boolean {
  try {
    return request.frame().page() === page
  } catch {
    // A request of a service worker has no frame.
    return false
  }
}
