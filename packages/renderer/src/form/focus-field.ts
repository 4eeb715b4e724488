/** Puts the cursor into the first wrong field, after its section has opened. */
export function focusField(form: HTMLElement | null, key: string | undefined): void {
  if (form === null || key === undefined) return
  requestAnimationFrame(() => {
    const field = form.querySelector<HTMLElement>(`[data-field="${key}"]`)
    const wrong = field?.querySelector<HTMLElement>('[aria-invalid="true"]:not([disabled])')
    const target = wrong ?? field?.querySelector<HTMLElement>('input:not([hidden]), textarea, button')
    target?.focus()
    field?.scrollIntoView?.({ block: 'center' })
  })
}
