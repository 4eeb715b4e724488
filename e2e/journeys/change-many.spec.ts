import { expectAccessible } from '../setup/accessibility.ts'
import { expect, test } from '../setup/test.ts'
import { emailOf } from '../setup/world.ts'

test('many records are chosen across pages, shown before they change, changed in the background, and a deletion comes back', async ({
  journey,
  world,
}) => {
  // Sixty records are made and changed in the background three times.
  test.slow()
  const { t, at } = journey
  const owner = await world.api('owner')
  const params = { workspace: world.workspace, form: 'account' }
  const mark = t('Bulk en', 'Bulk zh')
  for (let n = 0; n < 60; n += 1)
    await owner.call('createRecord', {
      params,
      body: { values: { name: `${mark} ${String(n).padStart(2, '0')}` } },
    })
  const page = await journey.as('owner')
  await page.goto(at(`/f/account?q=${encodeURIComponent(mark)}`))

  // A range with the shift key, then everything that is loaded, then everything that matches.
  const box = (n: number) =>
    page.getByRole('checkbox', { name: new RegExp(`${mark} ${String(n).padStart(2, '0')}`) })
  const boxes = page.getByRole('grid').getByRole('checkbox')
  await boxes.nth(1).check()
  await boxes.nth(4).click({ modifiers: ['Shift'] })
  await expect(page.getByRole('toolbar', { name: t('4 selected', '已选 4 条') })).toBeVisible()
  await boxes.nth(0).check()
  await page.getByRole('button', { name: t('Select all 60 that match', '选择全部 60 条匹配记录') }).click()
  const bar = page.getByRole('toolbar', { name: t('60 selected', '已选 60 条') })
  await expect(bar).toBeVisible()

  await bar.getByRole('button', { name: t('Edit…', '批量编辑…') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: t('Add a field to change', '添加要修改的字段') }).click()
  await page.keyboard.type(t('Notes', '备注'))
  await page.keyboard.press('Enter')
  await dialog.getByRole('textbox', { name: t('Notes', '备注') }).fill('Seen')
  await expectAccessible(page, 'edit many')
  await dialog.getByRole('button', { name: t('Preview', '预览') }).click()
  await expect(dialog.getByRole('table').getByText('Seen').first()).toBeVisible()
  await expectAccessible(page, 'preview of many')
  await dialog.getByRole('button', { name: t('Change 60 records', '修改 60 条记录') }).click()
  await expect(dialog.getByText(t('All 60 records were gone through.', '60 条记录已全部处理。'))).toBeVisible(
    {
      timeout: 30_000,
    },
  )
  await expectAccessible(page, 'result of many')
  await dialog
    .getByRole('button', { name: t('Close', '关闭'), exact: true })
    .last()
    .click()
  const [changed] = await world.sql<{ count: number }>(
    `select count(*)::int as count from account where notes = 'Seen' and name like $1`,
    [`${mark}%`],
  )
  expect(changed?.count).toBe(60)

  // Few go at once, and come back by one button.
  await box(7).check()
  await page.getByRole('button', { name: t('Delete', '删除'), exact: true }).click()
  await page.getByRole('button', { name: t('Undo', '撤销'), exact: true }).click()
  await expect(box(7)).toBeVisible()

  await page.goto(at('/changes'))
  await page
    .getByRole('link', { name: new RegExp(t('Notes', '备注')) })
    .first()
    .click()
  await expect(page.getByText(t('Done (60)', '已完成（60）'))).toBeVisible()
  await world.sql(`delete from _bulk_job`)
  await world.sql(`delete from account where name like $1`, [`${mark}%`])
})

test('what a member has is handed over, and taken back', async ({ journey, world }) => {
  test.setTimeout(180_000)
  const { t, at } = journey
  const rep = await world.api('rep')
  const params = { workspace: world.workspace, form: 'account' }
  const made = await rep.call('createRecord', { params, body: { values: { name: 'Handed' } } })
  const idOf = async (person: 'rep' | 'otherRep') => {
    const email = emailOf(person, t('en', 'zh') === 'en' ? 'en' : 'zh')
    return (await world.sql<{ id: string }>('select id from _member where email = $1', [email]))[0]?.id ?? ''
  }
  const [from, to] = [await idOf('rep'), await idOf('otherRep')]
  const [receiver] = await world.sql<{ name: string }>('select name from _member where id = $1', [to])
  const page = await journey.as('owner')
  await page.goto(at(`/members/${from}/hand-over`))
  await page.getByRole('combobox', { name: t('Who takes everything over', '由谁接手全部') }).click()
  await page.keyboard.type(receiver?.name ?? '')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: t('Preview', '预览') }).click()
  await expect(page.getByRole('table', { name: t('Who gets how much', '交接分配') })).toBeVisible()
  await expectAccessible(page, 'hand over')
  await page.getByRole('button', { name: t('Hand over', '交接'), exact: true }).click()
  const ownerOf = async () =>
    (await world.sql<{ owner: string }>('select owner from account where id = $1', [made.id]))[0]?.owner
  await expect.poll(ownerOf, { timeout: 30_000 }).toBe(to)
  await page.getByRole('button', { name: t('Undo all of it', '全部撤销') }).click({ timeout: 60_000 })
  await expect.poll(ownerOf, { timeout: 60_000 }).toBe(from)
  const running = async () => (await world.sql(`select 1 from _bulk_job where state = 'running'`)).length
  await expect.poll(running, { timeout: 60_000 }).toBe(0)
  await world.sql(`delete from account where id = $1`, [made.id])
  await world.sql(`delete from _bulk_job`)
})
