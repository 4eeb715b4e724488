import type { BrowserContext, Page, Request, TestInfo } from '@playwright/test'

/** What every page of a journey waits for and shows, for whoever reads why it failed. */
export interface UnderWay {
  watch(context: BrowserContext): void
  /** Attached as "pages", which the gate prints. */
  attach(info: TestInfo): Promise<void>
}

const told = ({ request, since }: { request: Request; since: number }) =>
  `waits for ${request.method()} ${new URL(request.url()).pathname} since ${Date.now() - since} ms`

/** What a page says to somebody: alerts, messages, errors of fields. */
const said = async (page: Page): Promise<string[]> => {
  const shown = page.locator('[role=alert]:visible, .ant-message-notice:visible, [role=dialog]:visible')
  const texts = await shown.allInnerTexts().catch(() => [])
  return texts.map((text) => `says "${text.replaceAll(/\s+/g, ' ').slice(0, 160)}"`)
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
        lines.push(`${new URL(page.url()).pathname}:`, ...waiting.map(told), ...(await said(page)))
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
