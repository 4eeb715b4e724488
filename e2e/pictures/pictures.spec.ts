import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { expect, test, type World } from '../setup/test.ts'
import type { Person } from '../setup/world.ts'

interface Picture {
  readonly name: string
  readonly person?: Person
  /** Of a page; the record changed last of a form where it ends with ":last". */
  readonly path: string
  /** What must be there, and what is done before the picture is taken. */
  ready(page: Page): Promise<void>
}

const shown =
  (selector: string) =>
  async (page: Page): Promise<void> => {
    await expect(page.locator(selector).first()).toBeVisible()
  }

const opened = async (page: Page): Promise<void> => {
  await shown('[role=tab]')(page)
  await shown('[data-field]')(page)
  await expect(page.locator('.ant-skeleton')).toHaveCount(0)
}

/** The form of opportunities in the designer, with a field chosen. */
const design = async (page: Page): Promise<void> => {
  await page.goto(`${page.url().split('/f/')[0] ?? ''}/design/opportunity`)
  await page.locator('.pwd-field').nth(3).click()
}

const pictures: Readonly<Record<string, readonly Picture[]>> = {
  en: [
    { name: 'board-en', path: '/f/opportunity?view=opportunity_board', ready: shown('.pw-board-card') },
    { name: 'dashboard-en', path: '/d/sales', ready: shown('.recharts-surface') },
    { name: 'designer-en', path: '/f/opportunity', ready: design },
    { name: 'calendar-en', path: '/f/activity?view=activity_calendar', ready: shown('.fc-event') },
    { name: 'record-en', person: 'manager', path: '/f/opportunity/:last', ready: opened },
  ],
  zh: [
    { name: 'quote-zh', path: '/f/quote/:last', ready: opened },
    { name: 'table-zh', path: '/f/opportunity?view=opportunity_all', ready: shown('[role=row]') },
    { name: 'home-zh', person: 'rep', path: '', ready: shown('main h1') },
  ],
  'zh-phone': [
    {
      name: 'phone-zh',
      person: 'rep',
      path: '/f/opportunity?view=opportunity_all',
      ready: shown('.pw-chip'),
    },
    { name: 'phone-record-zh', person: 'rep', path: '/f/opportunity/:last', ready: opened },
  ],
  'en-phone': [],
}

async function pathOf(world: World, person: Person, path: string): Promise<string> {
  const [, form] = /^\/f\/(\w+)\/:last$/.exec(path) ?? []
  if (form === undefined) return path
  const api = await world.api(person)
  const { rows } = await api.call('queryRecords', {
    params: { workspace: world.workspace, form },
    body: { columns: [], limit: 1 },
  })
  return `/f/${form}/${rows[0]?.id ?? ''}`
}

test('pictures of the main screens', async ({ journey, world }, { project }) => {
  for (const { name, person = 'owner', path, ready } of pictures[project.name] ?? []) {
    const page = await journey.as(person)
    await page.goto(journey.at(await pathOf(world, person, path)))
    await ready(page)
    await page.evaluate(() => document.fonts.ready)
    await expect(page.locator('.ant-skeleton, .ant-spin')).toHaveCount(0)
    const file = fileURLToPath(new URL(`../../docs/images/${name}.png`, import.meta.url))
    await page.screenshot({ path: file, animations: 'disabled', scale: 'css' })
  }
})
