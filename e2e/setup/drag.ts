import type { Locator, Page } from '@playwright/test'

async function middleOf(target: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  if (box === null) throw new Error('It is not on the screen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, width: box.width, height: box.height }
}

/**
 * Drags with the mouse in steps, as a hand does, and drops on the upper left or lower right of the target: beside it in
 * a row of several fields, above or below it otherwise.
 */
export async function dragOnto(
  page: Page,
  source: Locator,
  target: Locator,
  half: 'upper' | 'lower',
): Promise<void> {
  await target.scrollIntoViewIfNeeded()
  const from = await middleOf(source)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 12, from.y + 6, { steps: 3 })
  const to = await middleOf(target)
  const side = half === 'upper' ? -1 : 1
  await page.mouse.move(to.x + (side * to.width) / 4, to.y + (side * to.height) / 3, { steps: 12 })
  await page.mouse.up()
}
