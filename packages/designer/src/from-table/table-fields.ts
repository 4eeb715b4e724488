import { makeKey, fieldTypes, type Locale } from '@pipewright/metadata'
import type { TableSheet } from '@pipewright/contract'
import type { Color, Field, LocalizedText, Option } from '@pipewright/schemas'
import { inferColumn, type InferredColumn, type InferredType } from './infer-column.ts'

/** A column as the person corrects it before the form is made. */
export interface TableColumn {
  readonly name: string
  readonly label: string
  readonly use: boolean
  readonly type: InferredType | 'relation'
  readonly required: boolean
  /** The form whose records the column names. */
  readonly target?: string
  readonly found: InferredColumn
}

/** What the form is made for. */
export interface TableScene {
  readonly locale: Locale
  /** What amounts are in that say none. */
  readonly currency: string
}

export function columnsOf(table: TableSheet): readonly TableColumn[] {
  return table.header.map((name, at) => {
    const found = inferColumn(
      name,
      table.rows.map((row) => row[at] ?? ''),
    )
    return { name, label: name, use: true, type: found.type, required: found.required, found }
  })
}

const colors: readonly Color[] = ['blue', 'green', 'orange', 'purple', 'cyan', 'magenta', 'gold', 'gray']

function optionsOf(values: readonly string[], locale: Locale): Option[] {
  const taken = new Set<string>()
  return values.map((value, at) => {
    const key = makeKey(value, taken)
    taken.add(key)
    return { key, label: { [locale]: value }, color: colors[at % colors.length] ?? 'gray' }
  })
}

function fieldOf(column: TableColumn, key: string, { locale, currency }: TableScene): Field {
  const { type, found, target } = column
  const label: LocalizedText = { [locale]: column.label.trim() || column.name }
  const made = fieldTypes[type].create(key, label, {
    currency: found.currency ?? currency,
    ...(target === undefined ? {} : { form: target }),
  }) as Field
  const required = column.required ? { required: true as const } : {}
  switch (made.type) {
    case 'choice':
    case 'multiChoice':
      return { ...made, ...required, options: optionsOf(found.options, locale) }
    case 'number':
    case 'percent':
      return { ...made, ...required, scale: found.scale }
    default:
      return { ...made, ...required } as Field
  }
}

/** The field of each column, with keys of their own; undefined for a column that is left out. */
export function columnFields(
  columns: readonly TableColumn[],
  scene: TableScene,
): readonly (Field | undefined)[] {
  const taken = new Set<string>()
  return columns.map((column) => {
    if (!column.use) return undefined
    const key = makeKey(column.label.trim() || column.name, taken)
    taken.add(key)
    return fieldOf(column, key, scene)
  })
}

/** The fields of the columns that are used. */
export const tableFields = (columns: readonly TableColumn[], scene: TableScene): readonly Field[] =>
  columnFields(columns, scene).filter((field) => field !== undefined)

/** The field that names a record: the first text that is always there and never twice, else the first text. */
export function titleOf(columns: readonly TableColumn[], fields: readonly Field[]): string | undefined {
  const used = columns.filter(({ use }) => use)
  const isName = (at: number) => fields[at]?.type === 'text'
  const best = used.findIndex(({ found, required }, at) => isName(at) && required && found.distinct)
  const first = best >= 0 ? best : used.findIndex((_, at) => isName(at))
  return fields[first]?.key
}
