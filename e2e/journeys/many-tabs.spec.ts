import type { BrowserContext, Page, Request } from '@playwright/test'
import { expect, test } from '../setup/test.ts'

/** More than a browser opens connections to one server; pages that are not encrypted share theirs in another way. */
const ways = [
  { way: 'by locks', tabs: 8 },
  { way: 'without locks', tabs: 4 },
] as const

/** How many streams the open pages of a browser hold. */
function streamsOf(context: BrowserContext): () => number {
  const open = new Set<Request>()
  context.on('request', (request) => request.url().endsWith('/events') && open.add(request))
  for (const kind of ['requestfailed', 'requestfinished'] as const)
    context.on(kind as 'requestfailed', (request) => open.delete(request))
  return () => [...open].filter((request) => !request.frame().page().isClosed()).length
}

for (const { way, tabs } of ways)
  test(`${tabs} tabs of one browser hear of changes over one connection, also when the first is closed, ${way}`, async ({
    journey,
    world,
  }) => {
    const { t, at } = journey
    const rep = await world.api('rep')
    const params = { workspace: world.workspace, form: 'opportunity' }
    const name = t(`Many tabs ${way}`, `多个标签页 ${way}`)
    const made = await rep.call('createRecord', { params, body: { values: { name } } })
    const rename = async (next: string) => {
      const { version } = await rep.call('getRecord', { params: { ...params, id: made.id } })
      const body = { version, values: { name: next } }
      await rep.call('updateRecord', { params: { ...params, id: made.id }, body })
    }
    const first = await journey.as('owner')
    const context = first.context()
    if (way === 'without locks') await context.addInitScript('delete Navigator.prototype.locks')
    const open = streamsOf(context)
    const pages: Page[] = [first]
    while (pages.length < tabs) pages.push(await context.newPage())
    for (const page of pages) {
      await page.goto(at(`/f/opportunity/${made.id}`))
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
    }
    expect(open()).toBe(1)
    const everywhere = async (shown: readonly Page[], words: string) => {
      for (const page of shown) {
        await page.bringToFront()
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(words)
      }
    }
    await rename(`${name} 2`)
    await everywhere(pages, `${name} 2`)
    await first.close()
    await expect.poll(open).toBe(1)
    await rename(`${name} 3`)
    await everywhere(pages.slice(1), `${name} 3`)
  })
