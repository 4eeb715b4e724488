import { isIdentity, matchText, unguardFormula } from '@pipewright/compiler'
import { recordIdField } from '@pipewright/metadata'
import type { Connection } from '../connection/connection.ts'
import type { Scene } from '../records/scene.ts'
import { idMatcher, recordMatcher, type Matcher } from './finders.ts'
import type { ImportJob, RowProblem } from './import-job.ts'
import type { MappedColumn, ReadRow } from './read-file-rows.ts'

/** What a row means: a record that is there, a new one, or nothing that could be written. */
export type RowTarget =
  | { readonly kind: 'new' }
  | { readonly kind: 'record'; readonly id: string }
  | { readonly kind: 'unclear'; readonly problem: RowProblem }

const nobody: Matcher = () => []

const common = (lists: readonly (readonly string[])[]): string[] => {
  const [first = [], ...others] = lists
  return first.filter((id) => others.every((list) => list.includes(id)))
}

interface Keys {
  readonly columns: readonly MappedColumn[]
  readonly matchers: readonly Matcher[]
}

/**
 * Finds the records that rows name by their key columns, among those the importer may see. A row without a key makes a
 * record; one whose key came up in an earlier row is told, since the second would overwrite what the first says.
 */
export function targetFinder(
  scene: Scene,
  { form, writes }: ImportJob,
  mapped: readonly MappedColumn[],
  writable: (field: string) => boolean,
) {
  const columns = writes.by.flatMap((key) => mapped.filter(({ field }) => field.key === key))
  const seen = new Map<string, number>()
  const textOf = ({ cells }: ReadRow, { mapping }: MappedColumn) =>
    unguardFormula(cells[mapping.column] ?? '').trim()

  function targetOf(row: ReadRow, { matchers }: Keys): RowTarget {
    const texts = columns.map((column) => textOf(row, column))
    const said = columns.map(({ field }, position) => matchText(field, texts[position] ?? ''))
    const named = texts.join(' · ')
    const unclear = (code: string, { first = 0, place = 0 } = {}): RowTarget => {
      const { name = null, field } = columns[place] ?? {}
      const at = { row: row.row, column: name, field: field?.key ?? null, value: texts[place] ?? null }
      const value = code === 'not-an-id' ? at.value : named
      return { kind: 'unclear', problem: { ...at, code, params: { value: value ?? '', first } } }
    }
    if (said.every((text) => text === ''))
      return writes.mode === 'both' ? { kind: 'new' } : unclear('key-empty')
    const wrong = columns.findIndex(
      ({ field }, position) =>
        field === recordIdField && said[position] !== '' && !isIdentity(said[position]),
    )
    if (wrong >= 0) return unclear('not-an-id', { place: wrong })
    const name = JSON.stringify(said)
    const before = seen.get(name) ?? row.row
    if (before !== row.row) return unclear('key-twice', { first: before })
    seen.set(name, row.row)
    const found = common(matchers.map((match, position) => match(texts[position] ?? '')))
    const [id] = found
    if (found.length > 1) return unclear('matched-many')
    if (id !== undefined) return { kind: 'record', id }
    // A number or an id that the engine gives names a record that is not there; a new one would get another.
    const isGiven = columns.some(({ field }) => !writable(field.key))
    return writes.mode === 'both' && !isGiven ? { kind: 'new' } : unclear('not-matched')
  }

  return async (connection: Connection, rows: readonly ReadRow[]): Promise<RowTarget[]> => {
    if (writes.mode === 'create') return rows.map(() => ({ kind: 'new' }))
    const matchers: Matcher[] = []
    for (const column of columns) {
      const texts = rows.map((row) => textOf(row, column))
      matchers.push(
        column.field === recordIdField
          ? await idMatcher(connection, scene, form, texts)
          : await recordMatcher(connection, scene, { form, matchBy: column.field.key }, texts),
      )
    }
    const keys = { columns, matchers: matchers.length === 0 ? [nobody] : matchers }
    return rows.map((row) => targetOf(row, keys))
  }
}
