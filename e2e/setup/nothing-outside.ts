import { expect, type Page } from '@playwright/test'

/** Whatever is wide scrolls by itself, and the page does not; on a phone nothing within it scrolls sideways either. */
export async function expectNothingOutside(page: Page, part: string): Promise<void> {
  const outside = await page.locator(part).evaluate((one) => {
    const isPhone = window.innerWidth < 600
    const scrolls = (element: Element) => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX)
    const within = isPhone ? [...one.querySelectorAll('*')].filter(scrolls) : []
    return [one, ...within]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + (isPhone ? 1 : 0))
      .map(({ className, scrollWidth, clientWidth }) => `${className}: ${scrollWidth} > ${clientWidth}`)
  })
  expect(outside, 'wider than its page').toEqual([])
}
