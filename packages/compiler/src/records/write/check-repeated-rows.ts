import { localize } from '@pipewright/metadata'
import type { Field, RowUniqueness } from '@pipewright/schemas'
import type { CompiledForm } from '../../app/compiled-form.ts'
import { isWord, spellingOf } from '../../tables/unique-sites.ts'
import { issue, pointerTo, type Issue } from '../issue.ts'
import { spelled } from '../spellings.ts'
import { checkValue } from '../values/index.ts'
import { eachRow, type PlacedRow } from './each-row.ts'

type Data = Readonly<Record<string, unknown>>

interface Asked {
  readonly form: Pick<CompiledForm, 'items'>
  readonly locale: 'en' | 'zh'
  /** Whether the reader knows of a column; of others the row is told alone. */
  readonly sees: (path: string) => boolean
}

/** One thing that must not occur twice in a table, with its columns. */
interface Site {
  readonly unique: RowUniqueness
  readonly columns: readonly Field[]
}

/** A value as it is compared; nothing for what is empty or no value of its column. */
function comparedOf(column: Field, unique: RowUniqueness, value: unknown): string | undefined {
  if (value === null || value === undefined || value === '') return undefined
  const checked = checkValue(column, value, { pointer: '' })
  if (!checked.ok || checked.value === null) return undefined
  const text = String(checked.value)
  return isWord(column) ? spelled[spellingOf(unique)](text) : text
}

function keyOf({ unique, columns }: Site, row: Data | undefined): string | undefined {
  const values = columns.map((column) => comparedOf(column, unique, row?.[column.key]))
  return values.includes(undefined) ? undefined : JSON.stringify(values)
}

const join = { en: ' + ', zh: '＋' } as const

function issuesOf(asked: Asked, { unique, columns }: Site, row: PlacedRow, first: PlacedRow): Issue[] {
  const { locale } = asked
  const own = unique.message === undefined ? '' : localize(unique.message, locale)
  const pointer = pointerTo(...row.pointer)
  const isKnown = columns.every(({ key }) => asked.sees(`${row.items.path}.${key}`))
  const place = Number(first.pointer.at(-1)) + 1
  const fields = columns.map(({ label, key }) => localize(label, locale) || key).join(join[locale])
  return (isKnown ? columns.map(({ key }) => pointer + pointerTo(key)) : [pointer]).map((at) => {
    if (own !== '') return issue(at, 'refused', { text: own })
    return isKnown && columns.length > 1
      ? issue(at, 'row-repeats-together', { row: place, fields })
      : issue(at, 'row-repeats', { row: place })
  })
}

/** Rows of one table that have the same, told at those that came by it now; what was saved so before stays. */
function repeatedIn(asked: Asked, site: Site, rows: readonly PlacedRow[]): Issue[] {
  const groups = Map.groupBy(rows, ({ data }) => keyOf(site, data))
  return [...groups].flatMap(([key, group]) => {
    if (key === undefined || group.length < 2) return []
    const isNew = ({ before }: PlacedRow) => keyOf(site, before) !== key
    const first = group.find((row) => !isNew(row)) ?? group[0]
    return group.flatMap((row) =>
      first === undefined || row === first || !isNew(row) ? [] : issuesOf(asked, site, row, first),
    )
  })
}

/** Rows of a record, and rows inside one row, that have the same where they must not. */
export function checkRepeatedRows(asked: Asked, values: Data, old: Data | null): Issue[] {
  const tables = Map.groupBy(eachRow(asked.form, values, old), ({ pointer }) =>
    pointer.slice(0, -1).join('/'),
  )
  return [...tables.values()].flatMap((rows) => {
    const [{ items } = { items: undefined }] = rows
    return (items?.field.uniqueness ?? []).flatMap((unique) => {
      const columns = unique.fields.flatMap((key) => items?.fields.get(key) ?? [])
      return columns.length < unique.fields.length ? [] : repeatedIn(asked, { unique, columns }, rows)
    })
  })
}
