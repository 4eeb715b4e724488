import { readFile } from 'node:fs/promises'
import { expectAccessible } from '../setup/accessibility.ts'
import { recordsOf } from '../setup/records-of.ts'
import { expect, test } from '../setup/test.ts'
import { nameOf } from '../setup/world.ts'

test('records of more than one page are handed to somebody, shown before, and taken back in one step', async ({
  journey,
  world,
  journeyLocale,
}) => {
  // More than fifty records are made, changed in the background and changed back.
  test.slow()
  const { t, at } = journey
  const owner = await world.api('owner')
  const params = { workspace: world.workspace, form: 'account' }
  const mark = t('Passed en', 'Passed zh')
  for (let n = 0; n < 55; n += 1)
    await owner.call('createRecord', {
      params,
      body: { values: { name: `${mark} ${String(n).padStart(2, '0')}` } },
    })
  const owners = () =>
    world.sql(
      `select m.name, count(*)::int as count from account a join _member m on m.id = a.owner
        where a.name like $1 group by m.name`,
      [`${mark}%`],
    )
  const page = await journey.as('owner')
  await page.goto(at(`/f/account?q=${encodeURIComponent(mark)}`))
  await page.getByRole('grid').getByRole('checkbox').nth(0).check()
  await page.getByRole('button', { name: t('Select all 55 that match', '选择全部 55 条匹配记录') }).click()
  const bar = page.getByRole('toolbar', { name: t('55 selected', '已选 55 条') })
  await bar.getByRole('combobox', { name: t('Assign', '转交') }).click()
  await page.keyboard.type(nameOf('rep', journeyLocale))
  await page.keyboard.press('Enter')

  const dialog = page.getByRole('dialog', { name: t('Assign: 55 selected', '转交：已选 55 条') })
  await expect(dialog.getByRole('table').getByText(nameOf('rep', journeyLocale)).first()).toBeVisible()
  await expectAccessible(page, 'preview of an assignment')
  expect(await owners()).toEqual([{ name: nameOf('owner', journeyLocale), count: 55 }])
  await dialog.getByRole('button', { name: t('Assign (55)', '转交（55 条）') }).click()
  await expect.poll(owners, { timeout: 30_000 }).toEqual([{ name: nameOf('rep', journeyLocale), count: 55 }])
  await dialog.getByRole('button', { name: t('Undo all of it', '全部撤销') }).click({ timeout: 30_000 })
  await expect
    .poll(owners, { timeout: 30_000 })
    .toEqual([{ name: nameOf('owner', journeyLocale), count: 55 }])
  await world.sql(`delete from _bulk_job`)
  await world.sql(`delete from account where name like $1`, [`${mark}%`])
})

test('the chosen quotes, and no others, are submitted with a comment, printed and exported', async ({
  journey,
  world,
  journeyLocale,
}) => {
  test.slow()
  const { t, at } = journey
  const rep = await world.api('rep')
  const { products } = await recordsOf(world, 'rep', journeyLocale)
  const to = (form: string) => ({ params: { workspace: world.workspace, form } })
  const account = await rep.call('createRecord', { ...to('account'), body: { values: { name: 'Together' } } })
  const items = [{ product: products[0].id, quantity: '1', unit_price: '1000.00', discount: '30' }]
  const make = (lines: typeof items) =>
    rep.call('createRecord', {
      ...to('quote'),
      body: { values: { account: account.id, items: lines } },
    })
  const [first, second, empty, left] = [
    await make(items),
    await make(items),
    await make([]),
    await make(items),
  ]
  const chosen = [first, second, empty]
  const runs = () =>
    world.sql(
      `select q.number, r.comment from quote q join _approval_run r on r.record = q.id
        where q.account = $1 order by q.number`,
      [account.id],
    )
  const page = await journey.as('rep')
  const filter = encodeURIComponent(JSON.stringify({ eq: [{ var: 'account' }, account.id] }))
  await page.goto(at(`/f/quote?view=quote_all&filter=${filter}`))
  const choose = async () => {
    for (const { title } of chosen) await page.getByRole('checkbox', { name: new RegExp(title) }).check()
    await page.getByRole('button', { name: t('More for the selection', '对所选记录的更多操作') }).click()
  }

  await test.step('print them', async () => {
    await choose()
    const opened = page.context().waitForEvent('page')
    await page.getByRole('menuitem', { name: t('Print', '打印') }).click()
    const paper = await opened
    for (const { title } of chosen) await expect(paper.getByText(title).first()).toBeVisible()
    await expect(paper.locator('.print-of-many')).toHaveCount(3)
    await expect(paper.getByText(left.title)).toHaveCount(0)
    await expectAccessible(paper, 'several records on paper')
    const labels = paper.locator('.print-of-many').first().locator('.pw-print-label')
    const before = await labels.count()
    await paper.getByRole('combobox', { name: t('Layout on paper', '打印布局') }).click()
    await paper
      .locator('.ant-select-item-option')
      .filter({ hasText: t('Everything', '全部内容') })
      .click()
    await expect.poll(() => labels.count()).toBeGreaterThan(before)
    await paper.goto(`${paper.url()},${left.id.slice(0, -4)}0000`)
    await expect(
      paper.getByText(t('1 of the chosen records could not', '所选记录中有 1 条无法读取')),
    ).toBeVisible()
    await expect(paper.locator('.print-of-many')).toHaveCount(3)
    await paper.close()
  })

  await test.step('export them', async () => {
    await page.getByRole('button', { name: t('More for the selection', '对所选记录的更多操作') }).click()
    const coming = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: t('As CSV', '导出 CSV') }).click()
    const text = await readFile(await (await coming).path(), 'utf8')
    expect([...new Set(text.match(/Q-\d+/g))].toSorted()).toEqual(chosen.map(({ title }) => title).toSorted())
  })

  await test.step('submit them', async () => {
    await page.getByRole('button', { name: t('More for the selection', '对所选记录的更多操作') }).click()
    await page.getByRole('menuitem', { name: t('Submit for approval', '提交审批') }).click()
    const dialog = page.getByRole('dialog', {
      name: t('Submit for approval: 3 selected', '提交审批：已选 3 条'),
    })
    await dialog
      .getByLabel(t('Comment for the approver', '给审批人的说明'))
      .fill(t('All of one customer', '同一客户的报价'))
    await expectAccessible(page, 'submit many')
    await dialog.getByRole('button', { name: t('Preview', '预览') }).click()
    await expect(dialog.getByText(t('Is submitted for approval.', '将提交审批。'))).toHaveCount(2)
    await expectAccessible(page, 'preview of submitting many')
    expect(await runs()).toEqual([])
    await dialog.getByRole('button', { name: t('Submit for approval (3)', '提交审批（3 条）') }).click()
    await expect(dialog.getByRole('tab', { name: t('Refused (1)', '被拒绝（1）') })).toBeVisible()
    await expect(dialog.getByRole('link', { name: empty.title })).toBeVisible()
    await expect(dialog.getByRole('button', { name: t('Undo all of it', '全部撤销') })).toHaveCount(0)
    await expectAccessible(page, 'result of submitting many')
    const comment = t('All of one customer', '同一客户的报价')
    await expect.poll(runs).toEqual([
      { number: first.title, comment },
      { number: second.title, comment },
    ])
  })
  await world.sql(`delete from _bulk_job`)
})
