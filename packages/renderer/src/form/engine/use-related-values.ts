import { useMemo, useSyncExternalStore } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import type { RelatedValues } from './form-engine.ts'
import { RelatedBook } from './related-book.ts'

/** Related records for formulas and rules; a new object whenever one more has arrived. */
export function useRelatedValues(): RelatedValues {
  const { data, rights } = useRenderer()
  const book = useMemo(
    () =>
      new RelatedBook((form, id) =>
        rights[form]?.read === true ? data.getRecord(form, id) : Promise.reject(new Error('may not be read')),
      ),
    [data, rights],
  )
  const edition = useSyncExternalStore(book.subscribe, book.edition)
  return useMemo(
    () => ({ edition, find: (form: string, id: string) => book.find(form, id) }),
    [book, edition],
  )
}
