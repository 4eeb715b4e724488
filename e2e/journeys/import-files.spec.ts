import { zipOf } from '@pipewright/testing'
import { expectAccessible } from '../setup/accessibility.ts'
import { expect, test } from '../setup/test.ts'

const pdf = (text: string) => `%PDF-1.7\n${text}`

test('contracts come in from a zip with their scans, after what is missing was put right', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const owner = await world.api('owner')
  const { workspace } = world
  const account = t('Zip & Sons', '压缩包客户')
  await owner.call('createRecord', {
    params: { workspace, form: 'account' },
    body: { values: { name: account } },
  })
  const head = t('Name,Account,Amount,Scans', '合同名称,客户,合同金额,扫描件')
  const table = `\uFEFF${head}\r\nZip 1,${account},10,"one.pdf; plans/图纸.pdf"\r\nZip 2,${account},20,TWO.pdf\r\nZip 3,${account},30,three.pdf\r\n`
  const files = [
    { name: 'one.pdf', content: pdf('1') },
    { name: 'plans/图纸.pdf', content: pdf('2') },
    { name: 'two.pdf', content: pdf('3') },
    { name: 'spare.pdf', content: pdf('4') },
    { name: 'wrong.pdf', content: 'no pdf' },
  ]
  const page = await journey.as('owner')
  const choose = (name: string, buffer: Buffer, mimeType: string) =>
    page.locator('.import input[type=file]').setInputFiles({ name, mimeType, buffer })
  const check = () => page.getByRole('button', { name: t('Check', '检查数据'), exact: true }).click()
  await page.goto(at('/f/contract/import'))

  await test.step('a table first, its files afterwards: what cannot be attached is told', async () => {
    await choose('contracts.csv', Buffer.from(table, 'utf8'), 'text/csv')
    await expect(page.getByRole('button', { name: t('Choose a zip', '选择 zip 文件') })).toBeVisible()
    await choose('scans.zip', zipOf(files), 'application/zip')
    await expect(page.getByText(t('scans.zip: 5 files', 'scans.zip：5 个文件'))).toBeVisible()
    await expect(page.getByText(t('1 file cannot be attached:', '1 个文件无法附加：'))).toBeVisible()
    const separator = t('Between several files: Scans', '多个文件之间的分隔符: 扫描件')
    await expect(page.getByRole('combobox', { name: separator })).toBeVisible()
    await expectAccessible(page, 'import: files')
    await check()
    await expect(
      page.getByText(t('The zip has no file “three.pdf”.', '压缩包内没有文件“three.pdf”。')).first(),
    ).toBeVisible()
    await expect(page.getByText(t('2 files are named by no row:', '2 个文件未被任何行引用：'))).toBeVisible()
    await expect(page.getByText('spare.pdf')).toBeVisible()
    await expectAccessible(page, 'import: missing files')
  })

  await test.step('all in one zip comes in, and each record has its files', async () => {
    await page.goto(at('/f/contract/import'))
    const all = [
      { name: 'fair/contracts.csv', content: table },
      ...[...files, { name: 'three.pdf', content: pdf('5') }].map(({ name, content }) => ({
        name: `fair/${name}`,
        content,
      })),
    ]
    await choose('fair.zip', zipOf(all), 'application/zip')
    await expect(page.getByText(t('fair.zip: 6 files', 'fair.zip：6 个文件'))).toBeVisible()
    await check()
    await page.getByRole('button', { name: t('Import 3 rows', '导入 3 行') }).click()
    await expect(page.getByText(t('3 rows imported.', '已导入 3 行。'))).toBeVisible()
    expect(
      await world.sql(
        `select c.name, string_agg(f.name, ', ' order by f.name collate "C") as files
          from contract c join _file f on f.record = c.id and f.field = 'files' where c.name like 'Zip _' group by 1 order by 1`,
      ),
    ).toEqual([
      { name: 'Zip 1', files: 'one.pdf, 图纸.pdf' },
      { name: 'Zip 2', files: 'two.pdf' },
      { name: 'Zip 3', files: 'three.pdf' },
    ])
  })

  await test.step('an undo takes the records and their files away', async () => {
    await page.getByRole('button', { name: t('Undo this import', '撤销此次导入') }).click()
    await page
      .getByRole('tooltip')
      .getByRole('button', { name: t('Undo this import', '撤销此次导入') })
      .click()
    await expect(page.getByRole('button', { name: t('Undone', '已撤销') })).toBeVisible()
    expect(await world.sql(`select 1 from contract where name like 'Zip _' and deleted_at is null`)).toEqual(
      [],
    )
  })
})
