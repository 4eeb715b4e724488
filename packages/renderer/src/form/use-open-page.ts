import { useState } from 'react'
import { keysOn, type PlacedPage } from './form-pages.ts'
import { useFormState, useFormStore } from './store/use-field.ts'

/** Hidden fields have no step: a page of which rules hide everything is passed over. */
export function useShownPages(pages: readonly PlacedPage[]): readonly PlacedPage[] {
  const { hidden } = useFormState(useFormStore())
  const gone = new Set(hidden.split(' '))
  return pages.filter((page) => keysOn(page).some((key) => !gone.has(key)))
}

/** Which page is open; a wrong field opens its own. */
export function useOpenPage(pages: readonly PlacedPage[]) {
  const [chosen, setChosen] = useState<string | null>(null)
  const { wrong } = useFormState(useFormStore())
  const first = wrong[0]
  const [seen, setSeen] = useState(first)
  if (seen !== first) {
    setSeen(first)
    const page = pages.find((one) => first !== undefined && keysOn(one).includes(first))
    if (page !== undefined) setChosen(page.page.key)
  }
  const at = Math.max(
    0,
    pages.findIndex(({ page }) => page.key === chosen),
  )
  return { at, open: (position: number) => setChosen(pages[position]?.page.key ?? null) }
}
