import { expectAccessible } from '../setup/accessibility.ts'
import { expect, test } from '../setup/test.ts'

test('an account says what is missing, leads there, and its completeness is in lists once it is saved', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const rep = await world.api('rep')
  const params = { workspace: world.workspace, form: 'account' }
  const name = `Larkspur ${t('en', 'zh')} ${test.info().project.name}`
  const values = { name, grade: 'a', source: 'referral', phone: '+862164310001', city: t('Leeds', '上海') }
  const { id } = await rep.call('createRecord', { params, body: { values } })
  const completeness = async () => {
    const record = await rep.call('getRecord', { params: { ...params, id } })
    return record.values.completeness
  }
  expect(await completeness()).toBe('44')

  const page = await journey.as('rep')
  const missing = page.getByRole('list', { name: t('Still missing', '待补充') })

  await test.step('what is missing stands on the page, and a press leads to it', async () => {
    await page.goto(at(`/f/account/${id}`))
    await expect(page.getByText(t('4 of 9', '已填 4/9 项'))).toBeVisible()
    await expect(missing.getByRole('button')).toHaveText(
      t('Industry Website Region Address Tax number', '所属行业 官网 所属区域 详细地址 纳税人识别号').split(
        / (?!number)/,
      ),
    )
    await expectAccessible(page, 'a record with gaps')
    await missing.getByRole('button', { name: t('Website', '官网') }).click()
    await expect(page.locator('[data-field=website] input')).toBeFocused()
    await page.keyboard.type('https://larkspur.example')
    await expect(page.getByText(t('5 of 9', '已填 5/9 项'))).toBeVisible()
  })

  await test.step('a field in a folded section opens it', async () => {
    await missing.getByRole('button', { name: t('Tax number', '纳税人识别号') }).press('Enter')
    await expect(page.locator('[data-field=tax_number] input')).toBeFocused()
    await page.keyboard.type('91310000MA1K4BXY0L')
    await expect(page.getByText(t('6 of 9', '已填 6/9 项'))).toBeVisible()
    await page.getByRole('button', { name: t('Save', '保存'), exact: true }).click()
    await expect.poll(completeness).toBe('67')
  })

  await test.step('a view lists what is to be completed', async () => {
    await page.goto(at(`/f/account?view=account_incomplete&q=${encodeURIComponent(name)}`))
    await expect(page.getByText('67%')).toBeVisible()
    await expectAccessible(page, 'accounts to complete')
  })
})
