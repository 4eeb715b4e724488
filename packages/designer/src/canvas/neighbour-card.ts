/** The card before or after this one on the canvas. */
export function neighbourCard(card: Element, by: -1 | 1): HTMLElement | null {
  const cards = [...(card.closest('[data-canvas]')?.querySelectorAll<HTMLElement>('[data-card]') ?? [])]
  return cards[cards.indexOf(card as HTMLElement) + by] ?? null
}
