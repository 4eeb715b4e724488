import { readFile } from 'node:fs/promises'
import { expectAccessible } from '../setup/accessibility.ts'
import { expectNothingOutside } from '../setup/nothing-outside.ts'
import { expect, test } from '../setup/test.ts'

test('a file of quotes comes in with its lines and is undone as one step', async ({ journey, world }) => {
  test.slow()
  const { t, at } = journey
  const owner = await world.api('owner')
  const params = { workspace: world.workspace }
  const make = (form: string, values: Record<string, string>) =>
    owner.call('createRecord', { params: { ...params, form }, body: { values } })
  const account = t('Lineup Ltd', '明细有限公司')
  const [pump, valve] = [t('Lineup pump', '明细水泵'), t('Lineup valve', '明细阀门')]
  await make('account', { name: account })
  await make('product', { name: pump, code: t('LP-E', 'LP-Z'), list_price: '10', cost: '4' })
  await make('product', { name: valve, code: t('LV-E', 'LV-Z'), list_price: '5', cost: '2' })
  const page = await journey.as('owner')
  const items = t('Line items: ', '报价明细：')
  const lineHead = [t('Product', '产品'), t('Quantity', '数量'), t('Unit price', '单价')].map(
    (name) => `${items}${name}`,
  )
  const csv = (name: string, ...rows: string[][]) => ({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(`\uFEFF${rows.map((row) => row.join(',')).join('\r\n')}\r\n`, 'utf8'),
  })
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const quotes = () =>
    world.sql<{ id: string; count: number; total: string }>(
      `select q.id, q.total::text, (select count(*)::int from quote_items i where i.parent = q.id) as count
        from quote q join account a on a.id = q.account where a.name = $1 and q.deleted_at is null order by q.number`,
      [account],
    )

  await test.step('rows below one another are one quote, and a bad line keeps its whole quote out', async () => {
    await page.goto(at('/f/quote/import'))
    await page
      .locator('input[type=file]')
      .setInputFiles(
        csv(
          'quotes.csv',
          [t('Account', '客户'), t('Terms', '条款'), ...lineHead],
          [account, 'first', pump, '2', '10'],
          ['', '', valve, '3', '5'],
          [account, 'second', pump, '1', '10'],
          [account, 'third', pump, '1', '10'],
          ['', '', valve, 'many', '5'],
        ),
      )
    await expect(page.getByText(t('Rows below one another', '相邻的多行')).first()).toBeVisible()
    await expectAccessible(page, 'import of lines: columns')
    await button(t('Check', '检查数据')).click()
    await expect(page.locator('.import-lines').first()).toBeVisible()
    await page.locator('.import-lines summary').first().click()
    await expect(page.locator('.import-lines').first()).toContainText(valve)
    await expectAccessible(page, 'import of lines: preview')
    await expectNothingOutside(page, '.import')
    await expect(
      page.getByText(t('The file holds 3 records with 5 line items.', '文件共 3 条记录，含 5 条明细。'), {
        exact: false,
      }),
    ).toBeVisible()
    expect(await quotes()).toEqual([])
  })

  await test.step('what stays out can be downloaded whole, with the reason at its row', async () => {
    const waiting = page.waitForEvent('download')
    await button(t('Download the refused rows', '下载未导入的行')).click()
    const rows = (await readFile(await (await waiting).path(), 'utf8')).trim().split('\r\n')
    expect(rows).toHaveLength(3)
    expect(rows[0]).toContain(t('Why this row was refused', '本行未导入的原因'))
    expect(rows[1]).toContain(`,${account},third,${pump}`)
    expect(rows[2]).toContain(`,,,${valve},many`)
  })

  await test.step('the good quotes come in, and what was left out is told by its row', async () => {
    await button(t('Import the 2 good records only', '仅导入 2 条正确的记录')).click()
    await expect(page.getByText(t('2 records imported.', '已导入 2 条记录。'))).toBeVisible()
    await expect(page.getByText('many').first()).toBeVisible()
    await expectAccessible(page, 'import of lines: result')
    expect(await quotes()).toMatchObject([
      { count: 2, total: '35.00' },
      { count: 1, total: '10.00' },
    ])
  })

  await test.step('all of it is undone as one step', async () => {
    await button(t('Undo this import', '撤销此次导入')).click()
    await page
      .locator('.ant-popconfirm')
      .getByRole('button', { name: t('Undo this import', '撤销此次导入') })
      .click()
    await expect(button(t('Undone', '已撤销'))).toBeVisible()
    expect(await quotes()).toEqual([])
  })
})

test('rows of one quote that differ keep it out until the first row may count', async ({
  journey,
  world,
}) => {
  test.slow()
  const { t, at } = journey
  const owner = await world.api('owner')
  const params = { workspace: world.workspace }
  const make = async (form: string, values: Record<string, unknown>) =>
    (await owner.call('createRecord', { params: { ...params, form }, body: { values: values as never } })).id
  const account = await make('account', { name: t('Differ Ltd', '不一致有限公司') })
  const name = t('Differ pump', '不一致水泵')
  const pump = await make('product', { name, code: t('DP-E', 'DP-Z'), list_price: '10', cost: '4' })
  const line = (quantity: string) => ({ product: pump, quantity, unit_price: '10' })
  const id = await make('quote', { account, terms: 'Net 30', items: [line('1'), line('2')] })
  const page = await journey.as('owner')
  const items = t('Line items: ', '报价明细：')
  const head = [
    'Id',
    t('Terms', '条款'),
    `${items}${t('Product', '产品')}`,
    `${items}${t('Quantity', '数量')}`,
  ]
  const file = [head.join(','), `${id},Net 60,${name},5`, `${id},Net 45,${name},6`].join('\r\n')
  const terms = async () =>
    (await owner.call('getRecord', { params: { ...params, form: 'quote', id } })).values['terms']
  await page.goto(at('/f/quote/import'))
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'edited.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${file}`, 'utf8') })
  await page.getByRole('button', { name: t('Check', '检查数据'), exact: true }).click()
  const take = page.getByRole('button', { name: t('Let the first row count', '以首行为准'), exact: true })
  await expect(take).toBeVisible()
  await expect(page.getByText('Net 60').first()).toBeVisible()
  await expectAccessible(page, 'import of lines: rows that differ')
  await take.click()
  await expect(
    page.getByText(t('The first row of each record counts', '以每条记录的首行为准'), { exact: true }),
  ).toBeVisible()
  await expect(page.getByText(t('Not taken over', '未采用')).first()).toBeVisible()
  await expectAccessible(page, 'import of lines: the first row counts')
  expect(await terms()).toBe('Net 30')
  await page.getByRole('button', { name: t('Import 1 record', '导入 1 条记录'), exact: true }).click()
  await expect.poll(terms).toBe('Net 60')
  await expect(page.getByText(t('1 record imported.', '已导入 1 条记录。'))).toBeVisible()
})
