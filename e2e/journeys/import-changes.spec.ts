import { expectAccessible } from '../setup/accessibility.ts'
import { choose } from '../setup/form-hand.ts'
import { expect, test } from '../setup/test.ts'

test('a price list changes the products it names and makes the missing ones, after every change was seen', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const owner = await world.api('owner')
  const params = { workspace: world.workspace, form: 'product' }
  const { id } = await owner.call('createRecord', {
    params,
    body: { values: { name: 'Pump', code: 'CHG-1', list_price: '10.00', description: 'Blue' } },
  })
  const page = await journey.as('owner')
  await page.goto(at('/f/product/import'))
  const head = t('Code,Name,List price,Description', '产品编码,产品名称,标准售价,产品说明')
  const file = `\uFEFF${head}\r\nchg-1,Pump,12.50,\r\nCHG-2,Valve,3,\r\n,No code,4,\r\n`
  const buffer = Buffer.from(file, 'utf8')
  await page.locator('input[type=file]').setInputFiles({ name: 'prices.csv', mimeType: 'text/csv', buffer })
  await page
    .getByLabel(t('Change existing records and make missing ones', '更新已有记录，并新增缺少的记录'))
    .check()
  await expectAccessible(page, 'import: what rows do')
  await page.getByRole('button', { name: t('Keep this match', '保存当前对应方案') }).click()
  await page.getByLabel(t('Name, for example “ERP export”', '名称，例如“ERP 导出”')).fill('ERP')
  await page.getByRole('button', { name: t('Keep', '保存'), exact: true }).click()
  await expect(page.getByRole('button', { name: t('Drop “ERP”', '删除“ERP”') })).toBeVisible()
  await page.getByRole('button', { name: t('Check', '检查数据'), exact: true }).click()
  await expect(
    page.getByText(t('1 new, 1 changed, 0 unchanged.', '新增 1 条，更新 1 条，无变化 0 条。')),
  ).toBeVisible()
  const row = page.getByRole('row').filter({ hasText: 'Pump' })
  await expect(row.getByRole('link', { name: 'Pump' })).toBeVisible()
  await expect(row.locator('del')).toContainText('10.00')
  await expect(row.locator('ins')).toContainText('12.50')
  await expectAccessible(page, 'import: changes')
  await page.getByText(t('Not coming in (1)', '无法导入（1 行）')).click()
  const bad = page.locator('.import-preview').getByRole('row').filter({ hasText: 'No code' })
  await expect(bad).toBeVisible()
  await page.getByText(t('New (1)', '新增（1 行）')).click()
  await page.getByRole('searchbox', { name: t('Search the rows', '搜索数据行') }).fill('valve')
  await page.keyboard.press('Enter')
  await expect(page.locator('.import-preview').getByRole('row').filter({ hasText: 'Valve' })).toBeVisible()
  await expectAccessible(page, 'import: rows by what becomes of them')
  await page.getByRole('button', { name: t('Import the 2 good rows only', '仅导入 2 行正确数据') }).click()
  await expect(page.getByText(t('2 rows imported.', '已导入 2 行。'))).toBeVisible()
  const found = await owner.call('getRecord', { params: { ...params, id } })
  expect(found.values).toMatchObject({ code: 'CHG-1', list_price: '12.50', description: 'Blue' })

  await test.step('next month the kept match knows what such a file is for', async () => {
    await page.goto(at('/f/product/import'))
    await page.locator('input[type=file]').setInputFiles({ name: 'next.csv', mimeType: 'text/csv', buffer })
    const both = page.getByLabel(
      t('Change existing records and make missing ones', '更新已有记录，并新增缺少的记录'),
    )
    await expect(both).not.toBeChecked()
    await choose(page, t('Use a kept match', '使用已保存的对应方案'), 'ERP', 'ERP')
    await expect(both).toBeChecked()
    await page.getByRole('button', { name: t('Drop “ERP”', '删除“ERP”') }).click()
    await expect(
      page.getByRole('combobox', { name: t('Use a kept match', '使用已保存的对应方案') }),
    ).toHaveCount(0)
  })
})
