/// <reference lib="dom" />
import type { Locator } from '@playwright/test'
import { expectAccessible } from '../setup/accessibility.ts'
import { recordsOf } from '../setup/records-of.ts'
import { expect, test } from '../setup/test.ts'

/** By how many pixels its content is wider than it. */
const excess = (box: Locator) => box.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)

const isCut = (box: Locator) => box.evaluate((element) => getComputedStyle(element).overflowX !== 'visible')

test('a quote on paper is read whole on the screen, and printed as before', async ({
  journey,
  world,
  journeyLocale,
}) => {
  const { t, at } = journey
  const { account, products } = await recordsOf(world, 'rep', journeyLocale)
  const rep = await world.api('rep')
  const description = t('With a battery for two shifts', '含双班电池')
  const items = [
    { product: products[0].id, description, quantity: '1200', unit_price: '10000.00', discount: '10' },
    { product: products[1].id, quantity: '1', unit_price: '1000.01', discount: '0' },
  ]
  const { id } = await rep.call('createRecord', {
    params: { workspace: world.workspace, form: 'quote' },
    body: { values: { account: account.id, items } },
  })
  const page = await journey.as('rep')
  await page.goto(at(`/f/quote/${id}/print`))
  const rows = page.getByRole('region', { name: t('Line items', '报价明细') })
  const last = rows.getByRole('columnheader').last()
  await expect(last).toBeVisible()

  await test.step('the page does not move sideways, and keys bring the last column into sight', async () => {
    expect(await excess(page.locator('.print-desk'))).toBe(0)
    await rows.focus()
    await expect(rows).toBeFocused()
    await expect
      .poll(async () => {
        await page.keyboard.press('ArrowRight')
        return rows.evaluate(
          ({ scrollWidth, clientWidth, scrollLeft }) => scrollWidth - clientWidth - scrollLeft,
        )
      })
      .toBeLessThan(1)
    await expect(last).toBeInViewport()
    await expect(rows).toBeFocused()
    await expectAccessible(page, 'a quote on paper')
  })

  await test.step('on paper nothing is cut', async () => {
    expect(await isCut(rows)).toBe(true)
    await page.emulateMedia({ media: 'print' })
    expect(await isCut(rows)).toBe(false)
  })
})
