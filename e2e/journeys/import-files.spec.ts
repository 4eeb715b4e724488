import { zipOf } from '@pipewright/testing'
import { expectAccessible } from '../setup/accessibility.ts'
import { choose } from '../setup/form-hand.ts'
import { expectNothingOutside } from '../setup/nothing-outside.ts'
import { expect, test } from '../setup/test.ts'

/** “name,company,備註” and two leads in Big5, whose bytes look like GBK. */
const big5 = Buffer.from(
  '6e616d652c636f6d70616e792cb3c6b5f90ab3afb0eab5d82cb0aab6afb0d3a9b12c303931320aa7f5b6aeacfc2ca7bbb0b6b9eab77e2c303933330a',
  'hex',
)

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

test('a file that is taken for another encoding is read anew in the one that is chosen', async ({
  journey,
}) => {
  const { t, at } = journey
  const page = await journey.as('owner')
  const encoding = t('Encoding of the file', '文件编码')
  const read = page.getByRole('combobox', { name: encoding, exact: true })
  const bigFive = t('Traditional Chinese (Big5)', '繁体中文（Big5）')
  await page.goto(at('/f/lead/import'))

  await test.step('it is said what it was taken for', async () => {
    await page
      .locator('.import input[type=file]')
      .setInputFiles({ name: 'leads.csv', mimeType: 'text/csv', buffer: big5 })
    await expect(page.getByText('朝瓣地')).toBeVisible()
    const found = t('Automatic: Simplified Chinese (GBK, GB18030)', '自动识别：简体中文（GBK、GB18030）')
    await expect(page.getByText(found)).toBeVisible()
    await expectAccessible(page, 'import: encoding')
    await expectNothingOutside(page, '.import')
  })

  await test.step('in the right one it says what it says, headings too', async () => {
    await choose(page, encoding, bigFive)
    await expect(page.getByText('陳國華')).toBeVisible()
    await expect(page.getByText('備註', { exact: true })).toBeVisible()
    await expect(page.getByText('朝瓣地')).toHaveCount(0)
  })

  await test.step('one that it makes no sense in is refused, and it stays as it was read', async () => {
    await choose(page, encoding, 'UTF-8')
    const refused = t(
      'The characters of this file make no sense as Unicode (UTF-8). Choose another encoding.',
      '此文件不是“Unicode（UTF-8）”编码，请选择其他编码。',
    )
    await expect(page.getByText(refused)).toBeVisible()
    await expect(page.getByText('陳國華')).toBeVisible()
    await expectAccessible(page, 'import: encoding refused')
    await expectNothingOutside(page, '.import')
  })

  await test.step('a page that was loaded anew has no file to send, and says so', async () => {
    await page.reload()
    await expect(page.getByText(t(`Read as ${bigFive}.`, `文件按“${bigFive}”读取。`))).toBeVisible()
    await expect(read).toHaveCount(0)
    await expect(page.getByRole('button', { name: t('Choose the file again', '重新选择文件') })).toBeVisible()
    await page.getByRole('button', { name: t('Check', '检查数据'), exact: true }).click()
    await expect(page.getByRole('button', { name: t('Import 2 rows', '导入 2 行') })).toBeVisible()
    await expect(page.getByText('陳國華')).toBeVisible()
  })
})
