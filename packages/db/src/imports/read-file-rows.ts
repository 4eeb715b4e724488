import {
  fileFields,
  readCell,
  titlesIn,
  unguardFormula,
  type CellRead,
  type CellReading,
  type ColumnMapping,
} from '@pipewright/compiler'
import { isOffered, peopleFormOf, recordIdField, type PeopleForm } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import type { Scene } from '../records/scene.ts'
import { anyFinder } from './any-finder.ts'
import { KnownNames, matchFieldOf, recordFinder, withMakes, withPicks, type Finder } from './finders.ts'
import type { FileColumn, FileRow, RowProblem } from './import-job.ts'
import { peopleFinder } from './people.ts'

/** A column of the file with the field it fills. */
export interface MappedColumn {
  readonly mapping: ColumnMapping
  readonly name: string
  readonly field: Field
}

/** A row with the values its cells say, before the write path has seen them. */
export interface ReadRow {
  readonly row: number
  readonly cells: readonly string[]
  readonly values: Readonly<Record<string, unknown>>
  readonly problems: readonly RowProblem[]
  /** What further rows say of the record and is not taken over. */
  readonly minded?: readonly RowProblem[]
  /** The lines that its rows hold, by line items; left out where the file has none. */
  readonly lines?: ReadonlyMap<string, readonly ReadLine[]>
}

/** A line of a record, as one row of the file holds it. */
export interface ReadLine {
  readonly row: number
  readonly cells: readonly string[]
  readonly values: Readonly<Record<string, unknown>>
  /** Keys of the fields whose cells are empty. */
  readonly empty: readonly string[]
  /** Which line of the record it is, from 1; undefined where the file does not number lines. */
  readonly position: number | undefined
}

const nobody: Finder = () => 'none'

/** The columns that fill a field, with what they are called. */
export function mappedColumns(
  scene: Scene,
  form: string,
  columns: readonly FileColumn[],
  mapping: readonly ColumnMapping[],
): MappedColumn[] {
  const compiled = scene.app.form(form)
  const fields = compiled && fileFields(compiled)
  return mapping.flatMap((one) => {
    const field = one.field === recordIdField.key ? recordIdField : fields?.get(one.field ?? '')
    return field === undefined ? [] : [{ mapping: one, field, name: columns[one.column]?.name ?? '' }]
  })
}

/** Finders of people and departments, each made once for all rows. */
type People = (form: PeopleForm) => Promise<Finder>

const isRequired = (field: Field): boolean => 'required' in field && field.required === true

/** Whether the cells of a column name records. */
export const namesRecords = ({ field }: MappedColumn): boolean =>
  ['relation', 'relations', 'anyRelation'].includes(field.type)

/** Finds the records that the texts of a column name; one statement for each form of those that are not known yet. */
export function namedFinder(
  connection: Connection,
  scene: Scene,
  { mapping, field }: MappedColumn,
  written: readonly string[],
  names: KnownNames,
): Promise<Finder> {
  const cells = written.map(unguardFormula)
  if (field.type === 'anyRelation') return anyFinder(connection, scene, field, cells, names)
  if (field.type !== 'relation' && field.type !== 'relations') return Promise.resolve(nobody)
  const texts = field.type === 'relations' ? cells.flatMap(titlesIn) : cells
  const place = { form: field.form, matchBy: matchFieldOf(scene, field, mapping) }
  return recordFinder(connection, scene, place, texts, names)
}

async function columnFinder(
  connection: Connection,
  scene: Scene,
  column: MappedColumn,
  rows: readonly FileRow[],
  { people, names }: { readonly people: People; readonly names: KnownNames },
): Promise<Finder> {
  const form = peopleFormOf(column.field)
  if (form !== undefined) return people(form)
  const written = rows.map((row) => row.cells[column.mapping.column] ?? '')
  return namedFinder(connection, scene, column, written, names)
}

/** A name that several options have means the one that belongs to what its field depends on. */
function readDependent(
  field: Field,
  text: string,
  reading: CellReading,
  values: Readonly<Record<string, unknown>>,
): CellRead {
  const read = readCell(field, text, reading)
  if (read.ok || read.code !== 'matched-many' || !('dependsOn' in field) || field.dependsOn === undefined)
    return read
  const above = values[field.dependsOn]
  return readCell(field, text, {
    ...reading,
    options: reading.options.filter((option) => isOffered(option, above)),
  })
}

/** Columns that others depend on are read before them, wherever they stand in the file. */
function inOrder<C extends MappedColumn>(columns: readonly C[]): C[] {
  const depth = (field: Field, seen = 0): number => {
    const on =
      'dependsOn' in field ? columns.find((column) => column.field.key === field.dependsOn) : undefined
    return on === undefined || seen > columns.length ? seen : depth(on.field, seen + 1)
  }
  return columns.toSorted((a, b) => depth(a.field) - depth(b.field))
}

function readRow(
  columns: readonly (MappedColumn & { reading: CellReading })[],
  { row, cells }: FileRow,
  width: number,
): ReadRow {
  const values: Record<string, unknown> = {}
  const problems: RowProblem[] = []
  if (cells.length !== width)
    problems.push({
      row,
      column: null,
      field: null,
      value: null,
      code: 'ragged',
      params: { cells: cells.length, columns: width },
    })
  for (const { mapping, field, name, reading } of columns) {
    const text = cells[mapping.column] ?? ''
    const read = readDependent(field, text, reading, values)
    const place = { row, column: name, field: field.key, value: text }
    if (!read.ok)
      problems.push({
        ...place,
        code: read.code,
        ...(read.params === undefined ? {} : { params: read.params }),
      })
    // An empty cell says "empty", except where that cannot be: there the default of the field steps in.
    else if (read.value !== null || !isRequired(field)) values[field.key] = read.value
  }
  return { row, cells, values, problems }
}

/**
 * Reads cells as values; what they name is looked up for all rows at once, with the importer's own rights, and known from
 * then on: a file means what it meant when reading it began.
 */
export function rowReader(
  scene: Scene,
  columns: readonly MappedColumn[],
  width: number,
  fileOf?: CellReading['fileOf'],
  names = new KnownNames(),
) {
  const known = new Map<PeopleForm, Promise<Finder>>()
  return async (connection: Connection, rows: readonly FileRow[]): Promise<ReadRow[]> => {
    const people: People = (form) => {
      const finder = known.get(form) ?? peopleFinder(connection, scene.workspace, form)
      known.set(form, finder)
      return finder
    }
    const reading: (MappedColumn & { reading: CellReading })[] = []
    for (const column of columns) {
      const { field, mapping } = column
      const stored = await columnFinder(connection, scene, column, rows, { people, names })
      const find = withMakes(withPicks(stored, mapping.picks), mapping.makes, field.type === 'anyRelation')
      const { dateFormat: dateOrder = 'YMD', decimal = '.' } = mapping
      reading.push({
        ...column,
        reading: {
          zone: scene.actor.zone,
          dateOrder,
          decimal,
          options: scene.app.index.options(field),
          find,
          fileOf,
          separator: mapping.separator,
        },
      })
    }
    const ordered = inOrder(reading)
    return rows.map((row) => readRow(ordered, row, width))
  }
}
