/// <reference lib="dom" />
import { expectNothingOutside } from '../setup/nothing-outside.ts'
import { expect, test } from '../setup/test.ts'

/** “name,company,備註” and a lead in Big5, whose bytes look like GBK. */
const big5 = Buffer.from(
  '6e616d652c636f6d70616e792cb3c6b5f90ab3afb0eab5d82cb0aab6afb0d3a9b12c303931320a',
  'hex',
)

test('the encoding that a file was taken for is read whole on a phone', async ({ journey }) => {
  const { t, at } = journey
  const page = await journey.as('owner')
  await page.goto(at('/f/lead/import'))
  await page
    .locator('.import input[type=file]')
    .setInputFiles({ name: 'leads.csv', mimeType: 'text/csv', buffer: big5 })
  const found = t('Automatic: Simplified Chinese (GBK, GB18030)', '自动识别：简体中文（GBK、GB18030）')
  const isCut = (all: readonly Element[]) =>
    all.map(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
  const read = page.locator('.import-encodings').getByText(found)
  await expect(read).toBeVisible()
  expect(await read.evaluateAll(isCut), 'what it was taken for').toEqual([false])
  await expectNothingOutside(page, '.import')

  await page.getByRole('combobox', { name: t('Encoding of the file', '文件编码'), exact: true }).click()
  const offered = page.locator('.ant-select-item-option-content')
  await expect(offered.filter({ hasText: found })).toBeInViewport({ ratio: 1 })
  expect(await offered.evaluateAll(isCut), 'what it can be read as').toEqual(Array(7).fill(false))
})
