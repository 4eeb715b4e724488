import { describeCondition } from '@pipewright/logic'
import type { Expression } from '@pipewright/schemas'
import { useReadableFields } from '../environment/readable-fields.ts'
import { useNames } from '../environment/use-names.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { useTexts } from '../texts/use-texts.ts'
import { namedRecords } from './named-records.ts'
import { readerScope } from './reader-scope.ts'

/** A filter as a sentence in the reader's language. */
export function useFilterSentence(form: string, filter: Expression | null): string {
  const { index, locale } = useRenderer()
  const t = useTexts()
  const fields = useReadableFields(form)
  const nameOf = useNames(namedRecords(index, form, filter))
  if (filter === null) return t('filter.everything')
  return describeCondition(filter, readerScope(index, form, fields, locale, nameOf), locale)
}
