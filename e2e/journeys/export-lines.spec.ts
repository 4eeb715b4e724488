import { readFile } from 'node:fs/promises'
import { expectAccessible } from '../setup/accessibility.ts'
import { expect, test } from '../setup/test.ts'

test('the line items of a list go into a file as rows of their own, with what is of their record repeated', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const { workspace } = world
  const api = await world.api('owner')
  const make = async (form: string, values: object) =>
    (await api.call('createRecord', { params: { workspace, form }, body: { values: values as never } })).id
  const account = await make('account', { name: 'Line export' })
  const product = await make('product', { code: 'LX-1', name: 'Line pump', list_price: '10', cost: '4' })
  const items = ['Left', 'Right'].map((description) => ({
    product,
    description,
    quantity: '2',
    unit_price: '10',
  }))
  const quote = await make('quote', { account, items })
  const bare = await make('quote', { account })
  try {
    const page = await journey.as('owner')
    await page.goto(at('/f/quote'))
    await page.getByRole('button', { name: t('More', '更多'), exact: true }).click()
    await page.getByRole('menuitem', { name: t('With line items…', '连同明细导出…') }).click()
    const dialog = page.getByRole('dialog', { name: t('Export with line items', '连同明细导出') })
    await dialog.getByRole('radio', { name: 'CSV' }).check()
    await expectAccessible(page, 'export of line items')
    const waiting = page.waitForEvent('download')
    await dialog.getByRole('button', { name: t('Export', '导出'), exact: true }).click()
    const file = await waiting
    await expect(dialog).toBeHidden()
    const rows = (await readFile(await file.path(), 'utf8')).split('\r\n')
    expect(rows[0]).toContain(t(': Product', '：产品'))
    const own = rows.filter((row) => row.includes(quote))
    expect(own).toHaveLength(2)
    expect(own[0]).toContain('Left')
    expect(own[1]).toContain('Right')
    expect(rows.filter((row) => row.includes(bare))).toHaveLength(1)
  } finally {
    for (const [form, id] of [
      ['quote', quote],
      ['quote', bare],
      ['product', product],
      ['account', account],
    ])
      await world.sql(`update ${form} set deleted_at = now() where id = $1`, [id])
  }
})
