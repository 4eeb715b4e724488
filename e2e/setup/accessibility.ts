/// <reference lib="dom" />
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** The theme follows the device a moment after it changed, and transitions change colours for some frames more. */
async function wear(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.locator(`html[data-theme=${colorScheme}]`).waitFor()
  await page.evaluate(async () => {
    const finite = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity)
    await Promise.allSettled(finite.map((animation) => animation.finished))
  })
}

async function violations(axe: AxeBuilder): Promise<string[]> {
  const { violations: found } = await axe.setLegacyMode(true).analyze()
  return found.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) => `${id}: ${node.target.join(' ')} · ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`,
    ),
  )
}

/**
 * Nothing of WCAG 2.2 AA is violated on the screen as it stands, in light and in dark; of all rules only that of
 * contrast can tell the two apart.
 */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  await wear(page, 'dark')
  const dark = await violations(new AxeBuilder({ page }).withRules(['color-contrast']))
  await wear(page, 'light')
  const light = await violations(new AxeBuilder({ page }).withTags(rules))
  expect.soft(dark, `${screen}, dark`).toEqual([])
  expect.soft(light, `${screen}, light`).toEqual([])
}
