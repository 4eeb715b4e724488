import { useMemo, useSyncExternalStore } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import type { RelatedValues } from './form-engine.ts'
import { RelatedBook } from './related-book.ts'

/** Related records for formulas and rules; a new object whenever one more has arrived. */
export function useRelatedValues(): RelatedValues {
  const { data, rights, titles } = useRenderer()
  const book = useMemo(
    () =>
      new RelatedBook((form, id) =>
        rights[form]?.read === true
          ? data.getRecord(form, id).then((record) => {
              for (const [of, title] of Object.entries(record.titles)) titles.learn(of, title)
              return record
            })
          : Promise.reject(new Error('may not be read')),
      ),
    [data, rights, titles],
  )
  const edition = useSyncExternalStore(book.subscribe, book.edition)
  return useMemo(
    () => ({ edition, find: (form: string, id: string) => book.find(form, id) }),
    [book, edition],
  )
}
