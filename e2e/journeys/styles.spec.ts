/// <reference lib="dom" />
import { expect, test, type World } from '../setup/test.ts'

// Styles come with the code that draws by them. Code that draws by those of a page it is not on is seen here: on a page
// that is opened by its address nothing else has brought them.

const classes = /\.((?:[a-z][a-z0-9]*-)+[a-z0-9]+)/g

/** By class, the files of styles of the app that speak of it. */
async function spokenOf({ url }: World): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const get = async (path: string) => (await fetch(new URL(path, url))).text()
  const found = new Map<string, Set<string>>()
  const files = new Set((await get('/sw.js')).match(/\/assets\/[\w.-]+\.css/g))
  expect(files.size).toBeGreaterThan(5)
  for (const file of files)
    for (const [, name = ''] of (await get(file)).replaceAll(/\{[^{}]*\}/g, '{}').matchAll(classes))
      found.set(name, (found.get(name) ?? new Set()).add(file))
  return found
}

test('every page that is opened by its address has the styles of all that it draws', async ({
  journey,
  world,
}) => {
  test.slow()
  const owner = await world.api('owner')
  const one = async (form: string) => {
    const params = { workspace: world.workspace, form }
    const { rows } = await owner.call('queryRecords', { params, body: { columns: [], limit: 1 } })
    return `/f/${form}/${rows[0]?.id ?? ''}`
  }
  const [deal, quote] = [await one('opportunity'), await one('quote')]
  const spoken = await spokenOf(world)
  const page = await journey.as('owner')
  const lists = ['opportunity?view=opportunity_board', 'opportunity?view=opportunity_all', 'lead/import']
  const own = ['/todo', '/notifications', '/bin', '/members', '/settings', '/backups', '/account', '/waiting']
  const records = [deal, `${deal}?tab=timeline`, `${deal}?tab=related`, quote, '/f/quote/new']
  const paths = ['/d/sales', '/d/receivables', ...lists.map((list) => `/f/${list}`), ...own, ...records]
  for (const path of paths) {
    await page.goto(journey.at(path))
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.locator('.ant-skeleton')).toHaveCount(0)
    const [drawn, here] = await page.evaluate(() => [
      [...document.querySelectorAll('[class]')].flatMap(({ classList }) => [...classList]),
      [...document.styleSheets].map(({ href }) => (href === null ? '' : new URL(href).pathname)),
    ])
    const bare = [...new Set(drawn)].filter((name) => {
      const files = spoken.get(name)
      return files !== undefined && !here?.some((file) => files.has(file))
    })
    expect(bare, path).toEqual([])
  }
})
