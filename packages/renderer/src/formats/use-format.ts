import type { JsonValue } from '@pipewright/contract'
import type { Field } from '@pipewright/schemas'
import { useMemo } from 'react'
import type { Titles } from '../controls/field-control.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { useTexts } from '../texts/use-texts.ts'
import { formatValue, type FormatPlace } from './format-value.ts'

const noTitles: Titles = {}

type Format = (field: Field, value: JsonValue | undefined) => string
type Around = ReturnType<typeof useRenderer>
type Given = readonly [
  Around['index'],
  Around['locale'],
  Around['zone'],
  Titles,
  Around['titles'],
  ReturnType<typeof useTexts>,
]

function formatOf([index, locale, zone, titles, book, t]: Given): Format {
  const place: FormatPlace = {
    index,
    locale,
    zone,
    title: (id) => titles[id] ?? book.find(id),
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
}

let last: { readonly given: Given; readonly format: Format } | undefined

/** The cells of a table are all given the same: then it is made once for them. */
function sharedFormat(...given: Given): Format {
  if (last === undefined || given.some((one, at) => one !== last?.given[at]))
    last = { given, format: formatOf(given) }
  return last.format
}

/** Formats values in the reader's language and zone. */
export function useFormat(titles: Titles = noTitles): Format {
  const { index, locale, zone, titles: book } = useRenderer()
  const t = useTexts()
  return useMemo(
    () => sharedFormat(index, locale, zone, titles, book, t),
    [index, locale, zone, titles, book, t],
  )
}
