import type { JsonValue } from '@pipewright/contract'
import type { Field } from '@pipewright/schemas'
import { useMemo } from 'react'
import type { Titles } from '../controls/field-control.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { useTexts } from '../texts/use-texts.ts'
import { formatValue, type FormatPlace } from './format-value.ts'

const noTitles: Titles = {}

/** Formats values in the reader's language and zone. */
export function useFormat(titles: Titles = noTitles): (field: Field, value: JsonValue | undefined) => string {
  const { index, locale, zone, titles: book } = useRenderer()
  const t = useTexts()
  return useMemo(() => {
    const place: FormatPlace = {
      index,
      locale,
      zone,
      title: (id) => titles[id] ?? book.find(id),
      // Looked up only where one is said: this is made for every cell and field.
      words: {
        get yes() {
          return t('value.yes')
        },
        get no() {
          return t('value.no')
        },
        get unknown() {
          return t('value.unknown')
        },
        rows: (count) => t('value.rows', { count }),
        files: (count) => t('value.files', { count }),
      },
    }
    return (field, value) => formatValue(field, value, place)
  }, [index, locale, zone, titles, book, t])
}
