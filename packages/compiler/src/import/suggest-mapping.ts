import type { Field } from '@pipewright/schemas'
import type { DefinitionIndex } from '@pipewright/metadata'
import type { DateOrder, DecimalSign, FileSeparator } from './cell-type.ts'
import { readCell } from './cells.ts'
import { unguardFormula } from './formula-guard.ts'
import { guessDateOrder, guessDecimal } from './guess-reading.ts'
import { endsLikeKey, foldHeader, meansSame, withoutKeyEnding } from './header-words.ts'

export interface TableColumn {
  readonly name: string
  /** Cells of the first rows. */
  readonly samples: readonly string[]
}

/** How a column of a table fills a field; field null leaves it out. */
export interface ColumnMapping {
  readonly column: number
  readonly field: string | null
  readonly dateFormat?: DateOrder
  readonly decimal?: DecimalSign
  /** Field of the related form by which records are found; its title field when left out. */
  readonly matchBy?: string
  /** What stands between the names of several files; a semicolon when left out. */
  readonly separator?: FileSeparator
  /** Which record is meant by names that several have. */
  readonly picks?: NamePick[]
  /** Which missing records are made with the rows. */
  readonly makes?: NameMake[]
}

/** What a name means wherever it stands in the column: the id of a record, `account:0193…` where it may be of any form. */
export interface NamePick {
  readonly text: string
  readonly record: string
}

/** A record that is made under a name that none has. */
export interface NameMake {
  readonly text: string
  readonly form: string
  /** The id that it will have. */
  readonly record: string
}

interface Candidate {
  readonly column: number
  readonly field: Field
  readonly score: number
}

const namesOf = (field: Field): string[] =>
  [field.key, field.label.en, field.label.zh].flatMap((name) => (name ? [foldHeader(name)] : []))

const sameLetters = (name: string, own: string | undefined): boolean =>
  own?.normalize('NFC') === name.normalize('NFC').trim()

/**
 * 0 for nothing in common, 100 for the same words, more for the very label or key: names may differ by width or case
 * only, and a label may read like the key of another field.
 */
function nameScore(name: string, field: Field): number {
  if (sameLetters(name, field.label.en) || sameLetters(name, field.label.zh)) return 110
  if (sameLetters(name, field.key)) return 105
  const header = foldHeader(name)
  const names = namesOf(field)
  if (names.includes(header)) return 100
  const bare =
    field.type === 'relation' || field.type === 'relations' || field.type === 'member'
      ? withoutKeyEnding(header)
      : undefined
  if (bare !== undefined && names.some((name) => name === bare || meansSame(bare, name)))
    return endsLikeKey(header) ? 90 : 70
  if (names.some((name) => meansSame(header, name))) return 80
  const contained = names.some((name) => name.length >= 2 && ` ${header} `.includes(` ${name} `))
  const inChinese = names.some(
    (name) =>
      /\p{Script=Han}{2}/u.test(name) &&
      (header.includes(name) || (header.length >= 2 && name.includes(header))),
  )
  return contained || inChinese ? 50 : 0
}

/** Stands for a record that would be found: what is in the column is looked up later. */
const anyId = (field: Field): string =>
  field.type === 'anyRelation' ? `${field.targets[0]?.form}:00000000-0000-7000-8000-000000000000` : ''

function fittingShare(index: DefinitionIndex, field: Field, filled: readonly string[]): number {
  const reading = {
    zone: 'UTC',
    dateOrder: guessDateOrder(filled, 'en'),
    decimal: guessDecimal(filled),
    options: index.options(field),
    find: () => ({ id: anyId(field) }),
  }
  return filled.filter((sample) => readCell(field, sample, reading).ok).length / filled.length
}

const shapes: Partial<Record<Field['type'], RegExp>> = {
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  phone: /^\+?[\d\s().\-/]{7,25}$/,
  url: /^(?:https?:\/\/|www\.)\S+$/i,
}

/** How well the cells fit the type of the field: none at all, well enough, or telling by themselves. */
function typeScore(index: DefinitionIndex, field: Field, samples: readonly string[]): number | undefined {
  const filled = samples.map(unguardFormula).filter((sample) => sample.trim() !== '')
  if (filled.length === 0) return 0
  const shape = shapes[field.type]
  const shaped =
    shape === undefined ? 0 : filled.filter((sample) => shape.test(sample.trim())).length / filled.length
  if (shape !== undefined && field.type !== 'phone') return shaped < 0.5 ? undefined : 45 * shaped
  if (shape !== undefined) return shaped < 0.3 ? undefined : 10 * shaped
  return fittingShare(index, field, filled) < 0.3 ? undefined : 5
}

function candidates(
  index: DefinitionIndex,
  fields: readonly Field[],
  columns: readonly TableColumn[],
): Candidate[] {
  return columns.flatMap(({ name, samples }, column) => {
    return fields.flatMap((field) => {
      const named = nameScore(name, field)
      const typed = typeScore(index, field, samples)
      const score = named + (typed ?? 0)
      return typed === undefined || score < 40 ? [] : [{ column, field, score }]
    })
  })
}

function readingOf(field: Field, samples: readonly string[], locale: 'en' | 'zh'): Partial<ColumnMapping> {
  if (field.type === 'date' || field.type === 'dateTime')
    return { dateFormat: guessDateOrder(samples, locale) }
  const numeric = field.type === 'number' || field.type === 'money' || field.type === 'percent'
  return numeric ? { decimal: guessDecimal(samples) } : {}
}

/** How columns are read whose fields are known; undefined leaves one out. */
export function mapColumns(
  columns: readonly TableColumn[],
  fieldOf: (column: number) => Field | undefined,
  locale: 'en' | 'zh',
): ColumnMapping[] {
  return columns.map(({ samples }, column) => {
    const field = fieldOf(column)
    return field === undefined
      ? { column, field: null }
      : { column, field: field.key, ...readingOf(field, samples, locale) }
  })
}

/** Which column fills which field, by what it is called and by what is in it; every field at most once. */
export function suggestMapping(
  index: DefinitionIndex,
  fields: readonly Field[],
  columns: readonly TableColumn[],
  locale: 'en' | 'zh',
): ColumnMapping[] {
  const best = candidates(index, fields, columns).toSorted((one, other) => other.score - one.score)
  const chosen = new Map<number, Field>()
  const taken = new Set<string>()
  for (const { column, field } of best) {
    if (chosen.has(column) || taken.has(field.key)) continue
    chosen.set(column, field)
    taken.add(field.key)
  }
  return mapColumns(columns, (column) => chosen.get(column), locale)
}
