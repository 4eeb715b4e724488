import { expectAccessible } from '../setup/accessibility.ts'
import { recordsOf } from '../setup/records-of.ts'
import { expect, test } from '../setup/test.ts'

test('records are chosen on a phone by a long press or a button, changed together, and the choice is left', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const owner = await world.api('owner')
  const params = { workspace: world.workspace, form: 'account' }
  const mark = t('Thumb en', 'Thumb zh')
  for (let n = 0; n < 55; n += 1)
    await owner.call('createRecord', {
      params,
      body: { values: { name: `${mark} ${String(n).padStart(2, '0')}` } },
    })
  const page = await journey.as('owner')
  const card = (n: number) =>
    page.getByRole('listitem').filter({ hasText: `${mark} ${String(n).padStart(2, '0')}` })
  const bar = (n: number) => page.getByRole('toolbar', { name: t(`${n} selected`, `已选 ${n} 条`) })
  const boxes = page.getByRole('main').getByRole('checkbox')
  await page.goto(at(`/f/account?q=${encodeURIComponent(mark)}`))

  await test.step('a finger that rests on a card begins, and taps go on', async () => {
    const finger = { pointerType: 'touch', clientX: 80, clientY: 300 }
    await card(3).dispatchEvent('pointerdown', finger)
    await expect(bar(1)).toBeVisible()
    await card(3).dispatchEvent('pointerup', finger)
    await card(4).getByRole('checkbox').tap()
    await expect(bar(2)).toBeVisible()
    await expect(page.getByRole('button', { name: t('New', '新建') })).toHaveCount(1)
    await expectAccessible(page, 'cards that are chosen')
    await bar(2)
      .getByRole('button', { name: t('Cancel', '取消'), exact: true })
      .tap()
    await expect(boxes).toHaveCount(0)
    await expect(card(3)).toBeVisible()
  })

  await test.step('by keyboard: a button begins, Escape leaves', async () => {
    const begin = page.getByRole('button', { name: t('Select', '选择'), exact: true })
    await begin.focus()
    await page.keyboard.press('Enter')
    await boxes.nth(0).focus()
    await page.keyboard.press('Space')
    await expect(bar(1)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(boxes).toHaveCount(0)
    await begin.tap()
    await expect(bar(0)).toBeVisible()
  })

  await test.step('all that match are changed, and a few are deleted and come back', async () => {
    await page.getByRole('button', { name: t('Select all shown', '选择已显示的全部') }).tap()
    await page.getByRole('button', { name: t('Select all 55 that match', '选择全部 55 条匹配记录') }).tap()
    await expect(bar(55)).toBeVisible()
    await bar(55)
      .getByRole('button', { name: t('Edit…', '批量编辑…') })
      .tap()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: t('Add a field to change', '添加要修改的字段') }).click()
    await page.keyboard.type(t('Notes', '备注'))
    await page.keyboard.press('Enter')
    await dialog.getByRole('textbox', { name: t('Notes', '备注') }).fill('Seen')
    await dialog.getByRole('button', { name: t('Preview', '预览') }).tap()
    await expectAccessible(page, 'preview of many on a phone')
    await dialog.getByRole('button', { name: t('Change 55 records', '修改 55 条记录') }).tap()
    await expect(
      dialog.getByText(t('All 55 records were gone through.', '55 条记录已全部处理。')),
    ).toBeVisible({
      timeout: 30_000,
    })
    await dialog
      .getByRole('button', { name: t('Close', '关闭'), exact: true })
      .last()
      .tap()
    await expect(boxes).toHaveCount(0)
    await page.getByRole('button', { name: t('Select', '选择'), exact: true }).tap()
    await boxes.nth(0).tap()
    await boxes.nth(1).tap()
    await bar(2)
      .getByRole('button', { name: t('Delete', '删除'), exact: true })
      .tap()
    await page.getByRole('button', { name: t('Undo', '撤销'), exact: true }).tap()
    const living = async () =>
      (
        await world.sql(
          `select 1 from account where name like $1 and deleted_at is null and notes = 'Seen'`,
          [`${mark}%`],
        )
      ).length
    await expect.poll(living).toBe(55)
  })
  await world.sql(`delete from _bulk_job`)
  await world.sql(`delete from account where name like $1`, [`${mark}%`])
})

test('numbers of documents stay whole where it is narrow', async ({ journey, world, journeyLocale }) => {
  const { t, at } = journey
  const { account } = await recordsOf(world, 'rep', journeyLocale)
  const rep = await world.api('rep')
  const { title } = await rep.call('createRecord', {
    params: { workspace: world.workspace, form: 'quote' },
    body: { values: { account: account.id } },
  })
  const page = await journey.as('rep')
  await page.goto(at(`/f/quote?view=quote_all&q=${title}`))
  await page.getByRole('button', { name: t('Select', '选择'), exact: true }).tap()
  await page.getByRole('checkbox', { name: new RegExp(title) }).check()
  await page
    .getByRole('toolbar', { name: t('1 selected', '已选 1 条') })
    .getByRole('button', { name: t('Edit…', '批量编辑…') })
    .tap()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: t('Add a field to change', '添加要修改的字段') }).click()
  await page.keyboard.type(t('Terms', '商务条款'))
  await page.keyboard.press('Enter')
  await dialog
    .getByRole('textbox', { name: t('Terms', '商务条款') })
    .fill(t('Half when ordered, half on delivery. ', '签约付一半，交货付一半。').repeat(4))
  await dialog.getByRole('button', { name: t('Preview', '预览') }).tap()
  const number = dialog.getByRole('cell', { name: title })
  await expect(number).toBeVisible()
  expect(
    await number.evaluate((cell) => {
      const words = document.createRange()
      words.selectNodeContents(cell)
      return new Set([...words.getClientRects()].map(({ top }) => top)).size
    }),
  ).toBe(1)
})
