import { focusField } from './focus-field.ts'

/** Opens what hides an element: presses the tab or the title that controls the place it lies in. */
function openAround(field: HTMLElement): void {
  const hidden = field.parentElement?.closest<HTMLElement>('[hidden]')
  if (hidden === null || hidden === undefined) return
  openAround(hidden)
  const controls = field.ownerDocument.querySelector<HTMLElement>(
    `[aria-controls="${CSS.escape(hidden.id)}"]`,
  )
  controls?.click()
}

/** Brings a field of a form into sight, also out of a folded section or another tab, and puts the cursor into it. */
export function revealField(form: HTMLElement | null, key: string): void {
  const field = form?.querySelector<HTMLElement>(`[data-field="${key}"]`)
  if (field === null || field === undefined) return
  openAround(field)
  focusField(form, key)
}
