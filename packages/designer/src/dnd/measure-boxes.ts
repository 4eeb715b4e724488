import type { Box, ItemBox, SectionBox } from './place-drop.ts'

const boxOf = (element: Element): Box => {
  const { left, top, right, bottom } = element.getBoundingClientRect()
  return { left, top, right, bottom }
}

const itemBoxOf = (element: Element): ItemBox => ({
  ...boxOf(element),
  position: Number(element.getAttribute('data-position')),
})

/** Where sections and the fields near the screen are drawn now. */
export const measureBoxes = (canvas: Element | null): readonly SectionBox[] =>
  [...(canvas?.querySelectorAll('[data-section]') ?? [])].map((section) => ({
    ...boxOf(section),
    section: section.getAttribute('data-section') ?? '',
    items: [...section.querySelectorAll('[data-item]')].map(itemBoxOf),
  }))
