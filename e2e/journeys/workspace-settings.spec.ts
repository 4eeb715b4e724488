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
  const form = page.locator('form').filter({ hasText: t('Weeks begin on', '每周从哪天开始') })
  await form.getByRole('button', { name: t('Save', '保存'), exact: true }).click()
  await expect(page.getByText(t('Saved.', '已保存'))).toBeVisible()
  await expect(await firstDay()).toHaveText(t('Mo', '日'))
})

test('the settings lead straight to the currency, which becomes another one by publishing', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const owner = await world.api('owner')
  const params = { workspace: world.workspace }
  const currency = async () => (await owner.call('getApp', { params })).definition.currency
  const before = await currency()
  const page = await journey.as('owner')
  await page.goto(at('/settings'))
  await page.getByRole('link', { name: t('Change it in the designer', '在设计器中修改') }).focus()
  await page.keyboard.press('Enter')
  const box = page.getByRole('combobox', { name: t('Currency of the workspace', '工作区本位币') })
  await expect(box).toBeFocused({ timeout: 30_000 })
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('CHF')
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: t('Review & publish', '检查并发布') }).click()
  const review = page.getByRole('dialog')
  await review.getByRole('button', { name: t('Publish', '发布'), exact: true }).click()
  await expect.poll(currency).toBe('CHF')
  await page.goto(at('/settings'))
  await expect(page.getByText('CHF', { exact: true })).toBeVisible()

  const { version } = await owner.call('getDraft', { params })
  const edits = [{ type: 'setCurrency' as const, currency: before ?? null }]
  const draft = await owner.call('editDraft', { params, body: { version, edits } })
  await owner.call('publishDraft', { params, body: { version: draft.version } })
  expect(await currency()).toBe(before)
})
