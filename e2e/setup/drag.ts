import type { Locator, Page } from '@playwright/test'

const frames = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  )

/** Where it is once it stands still: what loads above it can still push it away. */
async function boxAtRest(target: Locator) {
  await target.scrollIntoViewIfNeeded()
  let last = ''
  for (;;) {
    const box = await target.boundingBox()
    if (box === null) throw new Error('It is not on the screen')
    const now = JSON.stringify(box)
    if (now === last) return box
    last = now
    await frames(target.page())
  }
}

async function middleOf(target: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const { x, y, width, height } = await boxAtRest(target)
  return { x: x + width / 2, y: y + height / 2, width, height }
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
  await page.locator('.pwd-drag-card').waitFor()
  const to = await middleOf(target)
  const side = half === 'upper' ? -1 : 1
  await page.mouse.move(to.x + (side * to.width) / 4, to.y + (side * to.height) / 3, { steps: 12 })
  await page.mouse.up()
}
