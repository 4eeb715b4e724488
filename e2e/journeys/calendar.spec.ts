import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from '../setup/accessibility.ts'
import { expect, test, type World } from '../setup/test.ts'

// Far from the days of the sample data.
const day = '2031-05-14'
const params = (world: World) => ({ workspace: world.workspace, form: 'activity' })

async function madeFollowUp(world: World, subject: string) {
  const owner = await world.api('owner')
  const [account] = await world.sql<{ id: string }>(
    `select id from account where deleted_at is null order by id limit 1`,
  )
  const values = {
    subject,
    type: 'call',
    occurred_at: '2026-11-02T09:00:00.000Z',
    next_date: day,
    account: account?.id ?? '',
  }
  const { id } = await owner.call('createRecord', { params: params(world), body: { values } })
  const dayOf = async () =>
    (await world.sql<{ day: string }>(`select next_date::text as day from activity where id = $1`, [id]))[0]
      ?.day
  return { id, dayOf }
}

const shown = (span: string, on: string) => `/f/activity?view=activity_calendar&span=${span}&day=${on}`
const event = (page: Page, id: string) => page.locator(`[data-record="${id}"]`)

async function dragTo(page: Page, from: Locator, to: Locator): Promise<void> {
  const [a, b] = [await from.boundingBox(), await to.boundingBox()]
  if (a === null || b === null) throw new Error('It is not on the screen')
  await page.mouse.move(a.x + a.width / 2, a.y + a.height / 2)
  await page.mouse.down()
  await page.mouse.move(b.x + b.width / 2, b.y + b.height / 2, { steps: 12 })
  await page.mouse.up()
}

test('a follow-up is dragged to another day, taken back, moved by keys, and begun on a day', async ({
  journey,
  world,
  isMobile,
}) => {
  test.skip(isMobile, 'dragging with a mouse')
  const { t, at } = journey
  const { id, dayOf } = await madeFollowUp(world, t('Plan the visit', '安排拜访'))
  const page = await journey.as('owner')

  await test.step('dragged, and taken back', async () => {
    await page.goto(at(shown('month', day)))
    await dragTo(page, event(page, id), page.locator('[data-date="2031-05-22"]'))
    await expect(page.locator('[data-date="2031-05-22"]').locator(event(page, id))).toBeVisible()
    await expect.poll(dayOf).toBe('2031-05-22')
    await page
      .getByRole('button', { name: t('Undo', '撤销'), exact: true })
      .first()
      .click()
    await expect(page.locator(`[data-date="${day}"]`).locator(event(page, id))).toBeVisible()
    await expect.poll(dayOf).toBe(day)
  })

  await test.step('keys in quick succession are one step', async () => {
    await event(page, id).focus()
    await page.keyboard.press('Alt+ArrowRight')
    await page.keyboard.press('Alt+ArrowRight')
    await page.keyboard.press('Alt+ArrowDown')
    await expect.poll(dayOf).toBe('2031-05-23')
    await expect(event(page, id)).toBeFocused()
    await expect(page.locator('[data-date="2031-05-23"]').locator(event(page, id))).toBeVisible()
  })

  await test.step('a record that may not be moved goes back and says why', async () => {
    const owner = await world.api('owner')
    const path = { params: { ...params(world), id } }
    const { version } = await owner.call('getRecord', path)
    await page.route('**/forms/activity/records/**', (route) =>
      route.request().method() === 'PATCH' ? route.abort() : route.continue(),
    )
    await dragTo(page, event(page, id), page.locator('[data-date="2031-05-08"]'))
    await expect(page.getByText(t('was not moved', '未能移动')).first()).toBeVisible()
    await expect(page.locator('[data-date="2031-05-23"]').locator(event(page, id))).toBeVisible()
    await page.unroute('**/forms/activity/records/**')
    expect((await owner.call('getRecord', path)).version).toBe(version)
  })

  await test.step('Enter on a day begins a follow-up with that day', async () => {
    await page.locator(`[data-date="${day}"] .pw-cal-day`).press('Enter')
    await expect(page).toHaveURL(new RegExp(`next_date.*${day}`))
  })
})

test('what others change is on the calendar by itself, and a dialog moves a record', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const { id, dayOf } = await madeFollowUp(world, t('Call about terms', '电话沟通条款'))
  const page = await journey.as('owner')
  const rep = await world.api('owner')
  const change = async (values: Record<string, string>) => {
    const path = { ...params(world), id }
    const { version } = await rep.call('getRecord', { params: path })
    await rep.call('updateRecord', { params: path, body: { version, values } })
  }

  await test.step('each way to look is accessible', async () => {
    for (const span of ['month', 'week', 'day', 'agenda']) {
      await page.goto(at(shown(span, day)))
      await expect(event(page, id)).toBeVisible()
      await expectAccessible(page, `calendar by ${span}`)
    }
  })

  await test.step('a change of another appears in its place', async () => {
    const renamed = t('Call about price', '电话沟通价格')
    await change({ subject: renamed })
    await expect(event(page, id)).toContainText(renamed)
    await change({ next_date: '2031-06-20' })
    await expect(event(page, id)).toHaveCount(0)
    await change({ next_date: '2031-05-20' })
    await expect(event(page, id)).toBeVisible({ timeout: 20_000 })
  })

  await test.step('the dialog moves it', async () => {
    await event(page, id)
      .getByRole('button', { name: t('Move “', '移动“') })
      .click()
    const dialog = page.getByRole('dialog')
    const box = dialog.locator('[data-field=next_date] input')
    await expect(box).toBeVisible()
    await expectAccessible(page, 'dialog of a date')
    await box.fill('2031-05-28')
    await box.press('Enter')
    await dialog.getByRole('button', { name: t('Move', '移动'), exact: true }).click()
    await expect.poll(dayOf).toBe('2031-05-28')
    await expect(dialog).toHaveCount(0)
    await expect(event(page, id)).toBeVisible()
  })
})
