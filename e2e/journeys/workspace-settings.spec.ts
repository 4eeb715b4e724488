import { expectAccessible } from '../setup/accessibility.ts'
import { boxOf, choose } from '../setup/form-hand.ts'
import { expect, test } from '../setup/test.ts'

test('the calendar of a workspace decides on which day weeks begin', async ({ journey }) => {
  const { t, at } = journey
  const page = await journey.as('owner')
  const firstDay = async () => {
    await page.goto(at('/f/lead/new'))
    await boxOf(page, t('Next follow-up', '下次跟进日期')).click()
    return page.locator('.ant-picker-dropdown:not(.ant-picker-dropdown-hidden) thead th').first()
  }
  await expect(await firstDay()).toHaveText(t('Su', '一'))

  await page.goto(at('/settings'))
  await expect(page.getByText(t('Currency of the workspace', '工作区本位币'))).toBeVisible()
  await expectAccessible(page, 'workspace settings')
  await choose(page, t('Weeks begin on', '每周从哪天开始'), t('Monday', '星期日'))
  await page.getByRole('button', { name: t('Save', '保存'), exact: true }).click()
  await expect(page.getByText(t('Saved.', '已保存'))).toBeVisible()
  await expect(await firstDay()).toHaveText(t('Mo', '日'))
})
