import { expectAccessible } from '../setup/accessibility.ts'
import { choose } from '../setup/form-hand.ts'
import { expect, test } from '../setup/test.ts'
import { nameOf, zones } from '../setup/world.ts'

/** Neither browser is here, and the clock shows other minutes. */
const zone = 'Asia/Kolkata'

const hourMs = 3_600_000

/** "2026-11-30 02:30" on the clock of the member. */
const minuteOf = (instant: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(instant)

const dayOf = (instant: Date): string =>
  new Intl.DateTimeFormat('en-US', { timeZone: zone, dateStyle: 'medium' }).format(instant)

test.afterEach(async ({ world, journeyLocale }) => {
  const rep = await world.api('otherRep')
  await rep.call('updateAccount', { body: { zone: zones[journeyLocale] } })
})

test('a rep on a journey looks back at a field and at a record by the clock at home, and puts a value back', async ({
  journey,
  world,
  journeyLocale,
}) => {
  test.slow()
  const { t, at } = journey
  const rep = await world.api('otherRep')
  await rep.call('updateAccount', { body: { zone } })
  const cities = [t('Leeds', '苏州'), t('York', '无锡'), t('Hull', '常州')] as const
  const { id } = await rep.call('createRecord', {
    params: { workspace: world.workspace, form: 'lead' },
    body: { values: { name: t('Looked back at', '回顾历史'), company: 'Acme', city: cities[0] } },
  })
  const stored = async () => {
    const rows = await world.sql<{ city: string }>('select city from lead where id = $1', [id])
    return rows[0]?.city
  }
  const page = await journey.as('otherRep')
  const city = page.locator('[data-field=city] input')
  const save = page.getByRole('button', { name: t('Save', '保存'), exact: true })
  const dialog = page.getByRole('dialog')
  const open = async (entry: string) => {
    await page.getByRole('button', { name: t('More', '更多'), exact: true }).click()
    await page.getByRole('menuitem', { name: entry }).click()
    await expect(dialog).toBeVisible()
  }
  const close = async () => {
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  }
  // A journey lasts a minute: what happened in it is told as of hours ago, each an hour after the one before.
  const moments = [3, 2, 1].map((hours) => new Date(Date.now() - hours * hourMs))
  const saidAt = moments.map((moment) =>
    t(`${dayOf(moment)}, ${minuteOf(moment).slice(-5)}`, minuteOf(moment)),
  )

  await test.step('a field is changed twice', async () => {
    await page.goto(at(`/f/lead/${id}`))
    for (const value of cities.slice(1)) {
      await city.fill(value)
      await save.click()
      await expect.poll(stored).toBe(value)
      // Until the answer is here it counts as typed, and would be kept over the reload.
      await expect(save).toBeHidden()
    }
    await world.sql(
      `with line as (select id, row_number() over (order by at, id) as nth from _record_event where record = $1)
       update _record_event set at = ($2::timestamptz[])[line.nth] from line where line.id = _record_event.id`,
      [id, moments],
    )
    await world.sql('update lead set created_at = $2 where id = $1', [id, moments[0]])
    await page.reload()
  })

  await test.step('its history says what it was, by whom and when', async () => {
    await open(t('History of a field …', '查看字段历史……'))
    await choose(dialog, t('Field', '字段'), t('City', '城市'), t('City', '城市'))
    const lines = dialog.getByRole('listitem')
    await expect(lines).toHaveCount(3)
    const newestFirst = [2, 1, 0]
    for (const [place, nth] of newestFirst.entries()) {
      await expect(lines.nth(place)).toContainText(cities[nth] ?? '')
      await expect(lines.nth(place)).toContainText(saidAt[nth] ?? '')
      await expect(lines.nth(place)).toContainText(nameOf('otherRep', journeyLocale))
    }
    await expectAccessible(page, 'the history of a field')
  })

  await test.step('an earlier value is put back, and that is taken back', async () => {
    const earlier = dialog.getByRole('listitem').filter({ hasText: cities[0] })
    await earlier.getByRole('button', { name: t('Put back', '恢复此值') }).click()
    await expect.poll(stored).toBe(cities[0])
    await expect(dialog.getByRole('listitem')).toHaveCount(4)
    await close()
    await expect(city).toHaveValue(cities[0])
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(stored).toBe(cities[2])
    await expect(city).toHaveValue(cities[2])
  })

  await test.step('the record is seen as it was at a moment', async () => {
    await open(t('As it was on …', '查看历史时点……'))
    const moment = dialog.getByLabel(t('Date and time', '日期和时间'))
    const then = async (instant: Date) => {
      await moment.fill(minuteOf(instant))
      await moment.press('Enter')
    }
    const line = dialog.locator('.past-fields > div').filter({ hasText: t('City', '城市') })
    await expect(moment).toHaveValue(/^\d{4}-\d\d-\d\d \d\d:\d\d$/)
    await expect(line).toContainText(cities[2])
    for (const [nth, instant] of moments.entries()) {
      await then(instant)
      await expect(line).toContainText(cities[nth] ?? '')
    }
    await expectAccessible(page, 'a record as it was')

    // The calendar is in the language of the member, and ends with his today.
    await moment.click()
    const calendar = page.locator('.ant-picker-dropdown:visible')
    await expect(calendar).toContainText(t('Now', '此刻'))
    const today = calendar.locator(`td[title="${minuteOf(new Date()).slice(0, 10)}"]`)
    await expect(today).toHaveClass(/ant-picker-cell-today/)
    await page.keyboard.press('Escape')
    await expect(calendar).toHaveCount(0)
    await then(new Date((moments[0]?.getTime() ?? 0) - hourMs))
    await expect(dialog.getByText(t('The record did not exist yet.', '当时该记录尚未创建。'))).toBeVisible()
    await close()
    expect(await stored()).toBe(cities[2])
  })
})

test('the history of a field is opened where the field stands, by thumb or mouse and by keys, and a value put back', async ({
  journey,
  world,
  hasTouch,
}) => {
  const { t, at } = journey
  const rep = await world.api('otherRep')
  const to = { params: { workspace: world.workspace, form: 'lead' } }
  const cities = [t('Leeds', '苏州'), t('York', '无锡')] as const
  const { id, version } = await rep.call('createRecord', {
    ...to,
    body: { values: { name: t('At its field', '字段旁'), company: 'Acme', city: cities[0] } },
  })
  const params = { ...to.params, id }
  await rep.call('updateRecord', { params, body: { version, values: { city: cities[1] } } })
  const page = await journey.as('otherRep')
  const dialog = page.getByRole('dialog')
  const historyOf = (label: string) =>
    page.getByRole('button', { name: t(`History of ${label}`, `“${label}”的历史`), exact: true })
  const history = historyOf(t('City', '城市'))
  const field = page.locator('[data-field=city]')

  await test.step('it comes with the pointer, and only there', async () => {
    await page.goto(at(`/f/lead/${id}`))
    await expect(field.locator('input')).toHaveValue(cities[1])
    await (hasTouch ? field.locator('.pw-label').tap() : field.hover())
    await expect(history).toBeInViewport({ ratio: 1 })
    await expect(page.locator('.pw-past')).toHaveCount(1)
    await expectAccessible(page, 'the history of a field where it stands')
  })

  await test.step('an earlier value is put back', async () => {
    await (hasTouch ? history.tap() : history.click())
    await expect(dialog.getByText(t('City', '城市'), { exact: true })).toBeVisible()
    const lines = dialog.getByRole('listitem')
    await expect(lines).toHaveCount(2)
    await lines
      .filter({ hasText: cities[0] })
      .getByRole('button', { name: t('Put back', '恢复此值') })
      .click()
    await expect
      .poll(() => world.sql<{ city: string }>('select city from lead where id = $1', [id]))
      .toEqual([{ city: cities[0] }])
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(field.locator('input')).toHaveValue(cities[0])
  })

  await test.step('keys lead to it from the field, and from it to the others', async () => {
    await field.locator('input').focus()
    await page.keyboard.press('Shift+Tab')
    await expect(history).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await expect(history).toHaveCount(0)
    await page.keyboard.press('ArrowDown')
    await expect(history).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('listitem')).toHaveCount(3)
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(history).toBeFocused()
  })
})
