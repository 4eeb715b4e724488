import { expect, type Locator, type Page } from '@playwright/test'

/** How somebody works: both do the same things, one with a mouse, one with the keyboard alone. */
export interface Hand {
  press(target: Locator): Promise<void>
  /** Writes over what stands in a box, and leaves it by Enter. */
  write(box: Locator, text: string): Promise<void>
  /** Chooses the entry that has the words. */
  choose(box: Locator, words: string): Promise<void>
}

const list = (page: Page) => page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')

export const mouse: Hand = {
  press: (target) => target.click(),
  async write(box, text) {
    await box.fill(text)
    await box.press('Enter')
  },
  async choose(box, words) {
    await box.click()
    await box.fill(words).catch(() => undefined)
    await list(box.page()).locator('.ant-select-item-option').filter({ hasText: words }).first().click()
  },
}

/** Whether the Tab key comes here, or the arrow keys of the widget that this is a part of. */
const isOnTheWay = (element: Element): boolean => {
  const byArrows = ['menuitem', 'option', 'tab', 'radio', 'treeitem', 'gridcell']
  const isTabbed = element instanceof HTMLElement && element.tabIndex >= 0
  return isTabbed || byArrows.includes(element.getAttribute('role') ?? '')
}

/** What is just being replaced takes no focus, so that it may need a moment. */
async function reach(target: Locator): Promise<void> {
  await expect(async () => {
    await target.focus()
    await expect(target).toBeFocused({ timeout: 500 })
  }).toPass({ timeout: 10_000 })
  const isReached = await target.evaluate(isOnTheWay)
  expect(isReached, `${target.toString()} is reached by keyboard`).toBe(true)
}

/** Only what takes the focus can be worked with, and only by keys. */
export const keys: Hand = {
  async press(target) {
    await reach(target)
    await target.page().keyboard.press('Enter')
  },
  async write(box, text) {
    await reach(box)
    const { keyboard } = box.page()
    await keyboard.press('ControlOrMeta+A')
    await keyboard.type(text)
    await keyboard.press('Enter')
  },
  async choose(box, words) {
    const { keyboard } = box.page()
    await reach(box)
    await keyboard.press('ArrowDown')
    // A long list holds the entry only once it is narrowed.
    if (await box.isEditable()) await keyboard.insertText(words)
    const entry = list(box.page()).locator('.ant-select-item-option').filter({ hasText: words }).first()
    await expect(entry).toBeVisible()
    const active = list(box.page()).locator('.ant-select-item-option-active').filter({ hasText: words })
    for (let step = 0; step < 40 && !(await active.isVisible()); step += 1) await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
  },
}
