/** Puts the focus on the card of a field once it is drawn at its new place. */
export function focusCard(field: string): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`[data-card="${field}"]`)?.focus()
  })
}
