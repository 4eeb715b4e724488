/// <reference lib="dom" />
import { expect, type Page } from '@playwright/test'

/** In CSS pixels: what a thumb meets without looking twice. */
const least = 44

/** Runs in the page: what is too small to be met, each with its name and size. */
function missed(wanted: number): string[] {
  const works =
    'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=tab], [role=link], [role=menuitem], [role=menuitemradio], [role=menuitemcheckbox], [role=option], [role=switch], [role=checkbox], [role=radio], [role=combobox]'
  // A press anywhere on these goes to the input that they hold.
  const frames =
    'label, .ant-tabs-tab, .ant-input-affix-wrapper, .ant-input-number, .ant-select, .ant-picker, .ant-input-search'

  const entered = 'input, textarea, [role=tab], [role=combobox]'

  const isShown = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.closest('[inert], [aria-hidden=true]') === null

  const isOff = (element: Element): boolean =>
    element.matches(':disabled') || element.getAttribute('aria-disabled') === 'true'

  /** A link in a line of words or values is as high as its line: enlarging it would tear the lines apart. */
  const isInText = (element: Element): boolean =>
    element.matches('a, a *') && getComputedStyle(element).display === 'inline'

  const belongs = (hit: Element | null, element: Element): boolean => {
    if (hit === null) return false
    if (element.contains(hit)) return true
    const frame = element.matches(entered) ? element.closest(frames) : null
    if (frame !== null && frame.contains(hit)) return true
    const label = hit.closest('label')
    return label !== null && label.control === element
  }

  /** A layer that is open over a part of it, and closes with a press beside it, does not make it small. */
  const isCovered = (hit: Element | null, element: Element): boolean => {
    const layer = hit?.closest('.ant-popover, .ant-dropdown') ?? null
    return layer !== null && !layer.contains(element)
  }

  /** How far a press still meets the element, from its middle towards one side. */
  const reach = (element: Element, x: number, y: number, dx: number, dy: number): number => {
    for (let far = wanted / 2 - 0.5; far > 0; far -= 1) {
      const hit = document.elementFromPoint(x + dx * far, y + dy * far)
      if (belongs(hit, element) || isCovered(hit, element)) return far + 0.5
    }
    return 0
  }

  const sizeOf = (element: Element): [number, number] | null => {
    element.scrollIntoView({ block: 'center', inline: 'nearest' })
    const framed = element.matches(entered) ? element.closest(frames) : null
    const { left, top, width, height } = (framed ?? element).getBoundingClientRect()
    const [x, y] = [left + width / 2, top + height / 2]
    // What lies under something else cannot be pressed at all.
    if (!belongs(document.elementFromPoint(x, y), element)) return null
    const across = reach(element, x, y, -1, 0) + reach(element, x, y, 1, 0)
    const down = reach(element, x, y, 0, -1) + reach(element, x, y, 0, 1)
    return [Math.max(width, across), Math.max(height, down)]
  }

  const nameOf = (element: Element): string => {
    const said = element.getAttribute('aria-label') ?? element.textContent ?? ''
    const classes = element.getAttribute('class') ?? ''
    return `${element.tagName.toLowerCase()}.${classes.split(' ').slice(0, 3).join('.')} "${said.trim().slice(0, 40)}"`
  }

  const found = [...document.querySelectorAll(works)].flatMap((element) => {
    if (!isShown(element) || isOff(element) || isInText(element)) return []
    const size = sizeOf(element)
    if (size === null || (size[0] >= wanted - 0.6 && size[1] >= wanted - 0.6)) return []
    return [`${nameOf(element)} ${Math.round(size[0])}×${Math.round(size[1])}`]
  })
  return [...new Set(found)]
}

/** Everything that can be pressed on the screen as it stands is met by a thumb: the area that answers is 44 by 44 or larger. */
export async function expectThumbSized(page: Page, screen: string): Promise<void> {
  expect.soft(await page.evaluate(missed, least), screen).toEqual([])
}
