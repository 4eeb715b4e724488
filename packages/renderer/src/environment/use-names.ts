import { useEffect, useSyncExternalStore } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import { useRenderer } from './use-renderer.ts'

/** Records of a form whose names are shown. */
export interface Named {
  readonly form: string
  readonly ids: readonly string[]
}

/** What records are called. Those whose names are not known yet are asked for, and say meanwhile that they load. */
export function useNames(named: readonly Named[]): (id: string) => string {
  const { titles } = useRenderer()
  const t = useTexts()
  useSyncExternalStore(titles.subscribe, titles.edition)
  // As text, so that the same records are wanted once.
  const wanted = JSON.stringify(named)
  useEffect(() => {
    for (const { form, ids } of JSON.parse(wanted) as Named[]) titles.want(form, ids)
  }, [titles, wanted])
  const isWanted = new Set(named.flatMap(({ ids }) => ids))
  return (id) => {
    const known = titles.find(id)
    if (known !== undefined) return known
    // The first drawing comes before anything was asked for.
    const isLoading = titles.isAwaited(id) || (isWanted.has(id) && !titles.wasAsked(id))
    return t(isLoading ? 'value.loading' : 'value.unknown')
  }
}
