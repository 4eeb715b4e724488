import type { Parked } from './parked.ts'
import type { Catalogue } from './read-catalogue.ts'

/** Where the database is not what the revision in force wants. */
export interface CatalogueDifference {
  /** `extra`: nobody asked for it, and it does no harm. `crowded`: the table had so many columns that soon none fits. */
  readonly type: 'missing' | 'different' | 'extra' | 'crowded'
  readonly what: 'table' | 'column' | 'index' | 'constraint'
  readonly table: string
  readonly name: string
  /** As the database writes it down. */
  readonly wanted?: string
  readonly found?: string
}

interface Thing {
  readonly table: string
  readonly name: string
  readonly text: string
}

interface Comparison {
  readonly found: Catalogue
  readonly wanted: Catalogue
  /** Those that the definition has. */
  readonly tables: ReadonlySet<string>
  readonly parked: readonly Parked[]
}

function readColumn(line: string): Thing {
  const end = line.indexOf(' ')
  const [table = '', name = ''] = line.slice(0, end).split('.')
  return { table, name, text: line.slice(end + 1).trim() }
}

/** `name on table: text` */
function readNamed(line: string): Thing {
  const [, name = '', table = '', text = ''] = /^(\S+) on (\S+): (.*)$/s.exec(line) ?? []
  return { table: table.replaceAll('"', ''), name, text: text.trim() }
}

const numeric = /numeric\(\d+,(\d+)\)/

/** Columns of decimals only ever get wider. */
function isSame(wanted: string, found: string): boolean {
  const [needs, has] = [numeric.exec(wanted)?.[1], numeric.exec(found)?.[1]]
  const isWide = needs !== undefined && has !== undefined && Number(has) >= Number(needs)
  return wanted === found || (isWide && wanted.replace(numeric, '') === found.replace(numeric, ''))
}

function compare(
  what: CatalogueDifference['what'],
  wanted: readonly Thing[],
  found: readonly Thing[],
  isKept: (thing: Thing) => boolean,
): CatalogueDifference[] {
  const idOf = ({ table, name }: Thing): string => `${table} ${name}`
  const has = new Map(found.map((thing) => [idOf(thing), thing]))
  const needs = new Set(wanted.map(idOf))
  const lacking = wanted.flatMap((thing): CatalogueDifference[] => {
    const { table, name, text } = thing
    const there = has.get(idOf(thing))
    if (there === undefined) return [{ type: 'missing', what, table, name, wanted: text }]
    return isSame(text, there.text)
      ? []
      : [{ type: 'different', what, table, name, wanted: text, found: there.text }]
  })
  const extra = found
    .filter((thing) => !needs.has(idOf(thing)) && !isKept(thing))
    .map(({ table, name, text }): CatalogueDifference => ({ type: 'extra', what, table, name, found: text }))
  return [...lacking, ...extra]
}

/** Every difference between the tables that are there and those that should be; what is kept of removed fields is none. */
export function compareCatalogues({ found, wanted, tables, parked }: Comparison): CatalogueDifference[] {
  const keptTables = new Set(parked.filter(({ column }) => column === '').map(({ table }) => table))
  const keptColumns = new Set(parked.map(({ table, column }) => `${table}.${column}`))
  const isKeptColumn = (table: string, column: string): boolean =>
    keptColumns.has(`${table}.${column}`) || /^_(?:aside|next)_/.test(column)
  const [columns, needed] = [found.columns.map(readColumn), wanted.columns.map(readColumn)]
  const there = new Set(columns.map(({ table }) => table))
  const isCompared = ({ table }: Thing): boolean => tables.has(table) && there.has(table)
  const strangers = [...there].filter(
    (table) => !table.startsWith('_') && !tables.has(table) && !keptTables.has(table),
  )
  const read = (lines: readonly string[]): Thing[] => lines.map(readNamed).filter(isCompared)
  const isOfKept = ({ table, text }: Thing): boolean => {
    const column = /^FOREIGN KEY \("?(\w+)"?\)/.exec(text)?.[1]
    return column !== undefined && isKeptColumn(table, column)
  }
  return [
    ...[...tables]
      .filter((table) => !there.has(table))
      .map((table): CatalogueDifference => ({ type: 'missing', what: 'table', table, name: table })),
    ...strangers.map((table): CatalogueDifference => ({ type: 'extra', what: 'table', table, name: table })),
    ...compare('column', needed.filter(isCompared), columns.filter(isCompared), ({ table, name }) =>
      isKeptColumn(table, name),
    ),
    ...compare('index', read(wanted.indexes), read(found.indexes), () => false),
    ...compare('constraint', read(wanted.constraints), read(found.constraints), isOfKept),
  ]
}
