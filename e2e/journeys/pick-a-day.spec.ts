import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from '../setup/accessibility.ts'
import { expect, test } from '../setup/test.ts'

/** A calendar that is open lies on the screen with all its days, hours and buttons. */
async function expectOnScreen(page: Page, calendar: Locator): Promise<void> {
  await expect(calendar).toBeVisible()
  const screen = page.viewportSize()
  await expect
    .poll(async () => {
      const box = await calendar.boundingBox()
      if (box === null || screen === null) return false
      const isAcross = box.x >= 0 && box.x + box.width <= screen.width
      return isAcross && box.y >= 0 && box.y + box.height <= screen.height
    })
    .toBe(true)
}

test('a day and a time are picked by thumb, on a calendar that lies on the screen', async ({ journey }) => {
  const { t, at } = journey
  const page = await journey.as('rep')
  const calendar = page.locator('.ant-picker-dropdown:visible')
  const day = (title: string) => calendar.locator(`td[title="${title}"]`)

  await test.step('a day', async () => {
    await page.goto(at('/f/opportunity/new'))
    const input = page.locator('[data-field=close_date] input')
    await input.fill('2026-12-01')
    await expectOnScreen(page, calendar)
    await expectAccessible(page, 'a calendar on a phone')
    await day('2026-12-14').tap()
    await expect(calendar).toHaveCount(0)
    await expect(input).toHaveValue('2026-12-14')
  })

  await test.step('a day and a time', async () => {
    await page.goto(at('/f/activity/new'))
    const input = page.locator('[data-field=occurred_at] input')
    await input.fill('2026-12-01 09:00')
    await expectOnScreen(page, calendar)
    await day('2026-12-13').tap()
    const columns = calendar.locator('.ant-picker-time-panel-column')
    await columns.nth(0).getByText('14', { exact: true }).tap()
    await columns.nth(1).getByText('25', { exact: true }).tap()
    await calendar.getByRole('button', { name: t('OK', '确定') }).tap()
    await expect(input).toHaveValue('2026-12-13 14:25')
  })
})
