import { expectAccessible } from '../setup/accessibility.ts'
import { choose } from '../setup/form-hand.ts'
import { expect, test } from '../setup/test.ts'

test('rows that are there already are shown with their record and decided before anything comes in', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const owner = await world.api('owner')
  const params = { workspace: world.workspace, form: 'account' }
  const make = (values: Record<string, string>) => owner.call('createRecord', { params, body: { values } })
  const medlar = await make({ name: 'Medlar Orchard Ltd', city: 'Berlin' })
  const quince = await make({ name: 'Quince Trading', phone: '030 5550199' })
  const page = await journey.as('owner')
  const head = t('Name,Phone,City', '客户名称,电话,城市')
  const rows = [
    'Medlar Orchard,,Bonn',
    'Quince & Sons,+49 30 5550199,Kiel',
    'QUINCE & SONS Ltd,,Ulm',
    'Sloe Press,,Wien',
  ]
  const buffer = Buffer.from(`\uFEFF${head}\r\n${rows.join('\r\n')}\r\n`, 'utf8')
  const file = { name: 'accounts.csv', mimeType: 'text/csv', buffer }
  const there = t('A row that probably is a record already there', '可能与已有记录重复的行')
  const preview = page.locator('.import-preview')
  const rowOf = (name: string) => preview.getByRole('row').filter({ hasText: name })

  await test.step('the check shows them, and nothing comes in before it is decided', async () => {
    await page.goto(at('/f/account/import'))
    await page.locator('input[type=file]').setInputFiles(file)
    await expect(page.getByRole('combobox', { name: there })).toBeVisible()
    await expectAccessible(page, 'import: what becomes of rows that are there')
    await page.getByRole('button', { name: t('Check', '检查数据'), exact: true }).click()
    await expect(page.getByText(t('3 rows probably are there already.', '3 行数据可能已存在'))).toBeVisible()
    await expect(page.getByRole('button', { name: t('Import 1 row', '导入 1 行') })).toBeDisabled()
    await expect(rowOf('Medlar Orchard').getByRole('link', { name: 'Medlar Orchard Ltd' })).toHaveAttribute(
      'href',
      new RegExp(`${medlar.id}$`),
    )
    await expect(rowOf('Quince & Sons').getByRole('link', { name: 'Quince Trading' })).toBeVisible()
    await expect(rowOf('QUINCE & SONS Ltd')).toContainText(t('Repeats row 3', '与第 3 行重复'))
    await expectAccessible(page, 'import: rows to decide')
  })

  await test.step('each row is decided by itself, the rest together', async () => {
    const fate = (row: number) => t(`What becomes of row ${row}`, `第 ${row} 行如何处理`)
    await choose(page, fate(2), t('Update', '更新'))
    await choose(page, fate(4), t('Leave out', '不导入'))
    await expect(page.getByText(t('2 decisions are not taken over yet.', '2 项决定尚未应用。'))).toBeVisible()
    await page.getByRole('button', { name: t('Take over and check again', '应用并重新检查') }).click()
    await expect(page.getByText(t('1 row probably is there already.', '1 行数据可能已存在'))).toBeVisible()
    await page.getByRole('button', { name: t('Import all of them', '全部导入'), exact: true }).click()
    await expect(page.getByRole('button', { name: t('Import 3 rows', '导入 3 行') })).toBeEnabled()
    await expect(
      page.getByText(
        t(
          '2 new, 1 changed, 0 unchanged. 1 row stays out.',
          '新增 2 条，更新 1 条，无变化 0 条。 1 行不导入。',
        ),
      ),
    ).toBeVisible()
    await expect(rowOf('Medlar Orchard').locator('del').filter({ hasText: 'Berlin' })).toBeVisible()
    await expectAccessible(page, 'import: rows that were decided')
  })

  await test.step('the result says what was left out and why, and all of it can be undone', async () => {
    await page.getByRole('button', { name: t('Import 3 rows', '导入 3 行') }).click()
    await expect(page.getByText(t('3 rows imported.', '已导入 3 行。'))).toBeVisible()
    await expect(page.getByRole('heading', { name: t('1 row was left out', '1 行未导入') })).toBeVisible()
    await expect(rowOf('QUINCE & SONS Ltd')).toContainText(t('Repeats row 3', '与第 3 行重复'))
    await expectAccessible(page, 'import: rows that were left out')
    const found = await owner.call('getRecord', { params: { ...params, id: medlar.id } })
    expect(found.values).toMatchObject({ name: 'Medlar Orchard', city: 'Bonn' })
    await page.getByRole('button', { name: t('Undo this import', '撤销此次导入') }).click()
    await page
      .locator('.ant-popconfirm')
      .getByRole('button', { name: t('Undo this import', '撤销此次导入') })
      .click()
    await expect(page.getByRole('button', { name: t('Undone', '已撤销') })).toBeVisible()
    const back = await owner.call('getRecord', { params: { ...params, id: medlar.id } })
    expect(back.values).toMatchObject({ name: 'Medlar Orchard Ltd', city: 'Berlin' })
  })

  await test.step('what was chosen for all rows is kept with the match', async () => {
    await page.goto(at('/f/account/import'))
    await page.locator('input[type=file]').setInputFiles(file)
    await choose(page, there, t('Leave out', '不导入'))
    await page.getByRole('button', { name: t('Keep this match', '保存当前对应方案') }).click()
    await page.getByLabel(t('Name, for example “ERP export”', '名称，例如“ERP 导出”')).fill('Fair')
    await page.getByRole('button', { name: t('Keep', '保存'), exact: true }).click()
    await expect(page.getByRole('button', { name: t('Drop “Fair”', '删除“Fair”') })).toBeVisible()
    const { presets } = await owner.call('listImportPresets', { params })
    expect(presets.find(({ name }) => name === 'Fair')?.writes.alike).toEqual({
      there: 'leave',
      twice: 'ask',
    })
    await page.getByRole('button', { name: t('Drop “Fair”', '删除“Fair”') }).click()
    await expect(page.getByRole('button', { name: t('Drop “Fair”', '删除“Fair”') })).toHaveCount(0)
  })
  for (const { id } of [medlar, quince]) {
    const { version } = await owner.call('getRecord', { params: { ...params, id } })
    await owner.call('deleteRecord', { params: { ...params, id }, query: { version: String(version) } })
  }
})
