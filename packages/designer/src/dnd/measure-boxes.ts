import type { Box, SectionBox } from './place-drop.ts'

const boxOf = (element: Element): Box => {
  const { left, top, right, bottom } = element.getBoundingClientRect()
  return { left, top, right, bottom }
}

/** Where sections and fields are drawn now. */
export const measureBoxes = (canvas: Element | null): readonly SectionBox[] =>
  [...(canvas?.querySelectorAll('[data-section]') ?? [])].map((section) => ({
    ...boxOf(section),
    section: section.getAttribute('data-section') ?? '',
    items: [...section.querySelectorAll('[data-item]')].map(boxOf),
  }))
