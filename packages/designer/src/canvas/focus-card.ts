/** How many frames a card that is out of sight may take to be drawn. */
const patience = 30

const drawn = (field: string): HTMLElement | null => document.querySelector(`[data-card="${field}"]`)

/** The block that draws the card of a field when it comes into sight. */
export const holderOf = (field: string | undefined): HTMLElement | null =>
  document.querySelector(`[data-holds~="${field ?? ''}"]`)

function focusWhenDrawn(field: string, frames: number): void {
  const card = drawn(field)
  if (card !== null) return card.focus()
  if (frames === 0) return
  holderOf(field)?.scrollIntoView?.({ block: 'nearest' })
  requestAnimationFrame(() => focusWhenDrawn(field, frames - 1))
}

/** Puts the focus on the card of a field once it is drawn at its new place, and scrolls there. */
export function focusCard(field: string): void {
  requestAnimationFrame(() => focusWhenDrawn(field, patience))
}
