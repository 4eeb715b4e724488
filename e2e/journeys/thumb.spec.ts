import type { Page } from '@playwright/test'
import { expectThumbSized } from '../setup/thumb.ts'
import { recordsOf } from '../setup/records-of.ts'
import { expect, test } from '../setup/test.ts'

/** A page that is there: its heading, and nothing that is still coming. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('main')).toBeVisible()
  await expect(page.locator('[aria-busy=true], .ant-skeleton')).toHaveCount(0)
}

test('a thumb meets everything that can be pressed on the screens of the day', async ({ journey, world }) => {
  test.slow()
  const { t, at } = journey
  const page = await journey.as('rep')
  const [deal] = await world.sql<{ id: string; owner: string }>(
    `select o.id, o.owner from opportunity o join _member m on m.id = o.owner
      where m.email = 'rep.1@example.com' and o.deleted_at is null limit 1`,
  )
  const [quote] = await world.sql<{ id: string }>(
    `select q.id from quote q join _member m on m.id = q.owner
      where m.email = 'rep.1@example.com' and q.deleted_at is null limit 1`,
  )
  const rep = await world.api('rep')
  const params = { workspace: world.workspace }
  const about = { form: 'opportunity', record: deal?.id ?? '' }
  const task = {
    day: null,
    time: null,
    repeat: null,
    remindBefore: null,
    assignees: [deal?.owner ?? ''],
    ...about,
  }
  const { id } = await rep.call('createTask', { params, body: { ...task, title: 'Put off' } })
  const until = new Date(Date.now() + 7 * 86_400_000).toISOString()
  await rep.call('snoozeTodo', { params: { ...params, id }, body: { until } })
  await rep.call('logFollowUp', {
    params: { ...params, form: 'opportunity', id: about.record },
    body: { text: 'Called', next: null },
  })
  // A name narrower than a thumb.
  const account = await rep.call('createRecord', {
    params: { ...params, form: 'account' },
    body: { values: { name: t('Short names', '短名客户') } },
  })
  await rep.call('createRecord', {
    params: { ...params, form: 'contact' },
    body: { values: { name: t('Bo', '黄涛'), account: account.id } },
  })
  const screens: readonly (readonly [string, string])[] = [
    ['home', '/d/home_rep'],
    ['related with a short name', `/f/account/${account.id}?tab=related`],
    ['list', '/f/lead'],
    ['board', '/f/opportunity?view=opportunity_board'],
    ['to-do', '/todo'],
    ['record', `/f/opportunity/${deal?.id}`],
    ['timeline', `/f/opportunity/${deal?.id}?tab=timeline`],
    ['related', `/f/opportunity/${deal?.id}?tab=related`],
    ['line items', `/f/quote/${quote?.id}`],
    ['form', '/f/lead/new'],
  ]
  for (const [screen, path] of screens)
    await test.step(screen, async () => {
      await page.goto(at(path))
      await settled(page)
      await expectThumbSized(page, screen)
    })

  await test.step('history of a field', async () => {
    await page.goto(at(`/f/opportunity/${deal?.id}`))
    await settled(page)
    await page.locator('.pw-details .pw-label').first().tap()
    await expect(page.locator('.pw-past')).toBeInViewport()
    await expectThumbSized(page, 'history of a field')
  })

  await test.step('filter, which stays on the screen', async () => {
    await page.goto(at('/f/lead'))
    await settled(page)
    await page.getByRole('button', { name: t('Filter', '筛选'), exact: true }).click()
    const panel = page.locator('.pw-filter-panel')
    await expect(panel.getByRole('button').first()).toBeVisible()
    await expect(panel).toBeInViewport({ ratio: 1 })
    await expectThumbSized(page, 'filter')
  })

  await test.step('menu of the app', async () => {
    await page.goto(at('/f/lead'))
    await settled(page)
    await page.getByRole('button', { name: t('Menu', '菜单'), exact: true }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectThumbSized(page, 'menu of the app')
  })
})

test('a thumb meets the heads of line items that wait for an approval, and so are only read', async ({
  journey,
  world,
  journeyLocale,
}) => {
  const { account, products } = await recordsOf(world, 'rep', journeyLocale)
  const rep = await world.api('rep')
  const params = { workspace: world.workspace, form: 'quote' }
  const items = [{ product: products[0].id, quantity: '1', unit_price: '1000.00', discount: '30' }]
  const { id, version } = await rep.call('createRecord', {
    params,
    body: { values: { account: account.id, items } },
  })
  await rep.call('submitRecord', {
    params: { ...params, id, workflow: 'discount_approval' },
    body: { version },
  })
  const page = await journey.as('rep')
  await page.goto(journey.at(`/f/quote/${id}`))
  await settled(page)
  await expect(page.locator('[data-field=items] .pw-items-sort').first()).toBeVisible()
  await expectThumbSized(page, 'line items that are read')
})

test('a thumb meets what decides on an approval', async ({ journey, world }) => {
  const page = await journey.as('manager')
  await page.goto(journey.at('/todo'))
  await settled(page)
  await expectThumbSized(page, 'to-do of a manager')
  const manager = await world.api('manager')
  const { rows } = await manager.call('queryRecords', {
    params: { workspace: world.workspace, form: 'account' },
    body: { columns: ['name'], limit: 1 },
  })
  await page.goto(journey.at(`/f/account/${rows[0]?.id}`))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(rows[0]?.title ?? '')
  await settled(page)
  await expectThumbSized(page, 'account')
})
