import { identifier, joinSql, param, sql, type SqlFragment, type SqlType } from '@pipewright/logic'
import { valueKindOf, type ValueKind } from '@pipewright/metadata'
import type { RollupField } from '@pipewright/schemas'
import type { CompiledForm } from '../../app/compiled-form.ts'
import { rollupSql } from '../sql/column-sql.ts'
import { columnOfAlias, type SqlScene } from '../sql/sql-scene.ts'
import type { RollupMove, RollupMoves } from './rollup-moves.ts'

/** What moves bring to their records: a row each, by its id, of one parameter however many they are. */
export interface MovedRollups {
  /** Rows beside the records; missing where nothing is brought. */
  readonly from: { readonly rows: SqlFragment; readonly id: SqlFragment } | undefined
  /** By rollup, its value after the move; those that are missing have to be taken anew. */
  readonly values: ReadonlyMap<string, SqlFragment>
}

const kindTypes: Readonly<Partial<Record<ValueKind, SqlType>>> = { date: 'date', dateTime: 'timestamptz' }
const typeNames: Readonly<Partial<Record<SqlType, SqlFragment>>> = {
  date: sql`date`,
  timestamptz: sql`timestamptz`,
}

/** The parts of moves that have a column of their own. */
const parts = ['by', 'came', 'gone'] as const
type Part = (typeof parts)[number]

const partOf = (move: RollupMove, part: Part): string | null => {
  if (move.type === 'add') return part === 'by' ? move.by : null
  if (move.type === 'extreme') return part === 'by' ? null : move[part]
  return null
}

interface Own {
  readonly field: RollupField
  readonly moves: ReadonlyMap<string, RollupMove>
  readonly brought: ReadonlySet<Part>
}

/** The moves of one rollup, where all of the records have one. */
function ownMoves(field: RollupField, ids: readonly string[], all: RollupMoves): Own[] {
  const moves = new Map<string, RollupMove>()
  for (const id of ids) {
    const move = all.get(id)?.get(field.key)
    if (move === undefined) return []
    moves.set(id, move)
  }
  const isBrought = (part: Part) => [...moves.values()].some((move) => partOf(move, part) !== null)
  return [{ field, moves, brought: new Set(parts.filter(isBrought)) }]
}

const typeOf = ({ field }: Own, part: Part): SqlFragment =>
  (part === 'by' ? undefined : typeNames[kindTypes[valueKindOf(field)] ?? 'numeric']) ?? sql`numeric`

/** What went may have been the outermost value; only then the records are looked at. Nothing is outer than no value. */
function movedSql(
  scene: SqlScene,
  base: SqlFragment,
  { place }: CompiledForm,
  { field, brought }: Own,
  column: (part: Part) => SqlFragment,
): SqlFragment {
  const held = columnOfAlias(base, field.key)
  if (brought.has('by')) return sql`${held} + coalesce(${column('by')}, 0)`
  const isMax = field.function === 'max'
  const pick = isMax ? sql`greatest` : sql`least`
  const moved = brought.has('came') ? sql`${pick}(${held}, ${column('came')})` : held
  if (!brought.has('gone')) return moved
  const stays = isMax ? sql`${held} > ${column('gone')}` : sql`${held} < ${column('gone')}`
  return sql`case when ${column('gone')} is null or ${stays} then ${moved} else ${rollupSql(scene, base, place, field)} end`
}

/** How rollups of these records follow what is known of a change. */
export function movedRollups(
  scene: SqlScene,
  base: SqlFragment,
  form: CompiledForm,
  { ids, rollups, moves }: { ids: readonly string[]; rollups: readonly RollupField[]; moves: RollupMoves },
): MovedRollups {
  const own = rollups.flatMap((field) => ownMoves(field, ids, moves))
  const row = scene.alias()
  const nameOf = (position: number, part: Part) => `${part}${position}`
  const values = own.map((each, position): [string, SqlFragment] => {
    const column = (part: Part) => columnOfAlias(row, nameOf(position, part))
    return [each.field.key, movedSql(scene, base, form, each, column)]
  })
  const columns = own.flatMap((each, position) =>
    [...each.brought].map((part) => ({ each, part, name: nameOf(position, part) })),
  )
  if (columns.length === 0) return { from: undefined, values: new Map(values) }
  const brought = ids.map((id) => ({
    id,
    ...Object.fromEntries(
      columns.map(({ each, part, name }) => {
        const move = each.moves.get(id)
        return [name, move === undefined ? null : partOf(move, part)]
      }),
    ),
  }))
  const typed = columns.map(({ each, part, name }) => sql`${identifier(name)} ${typeOf(each, part)}`)
  const rows = sql`json_to_recordset(${param(JSON.stringify(brought), 'text')}::json) as ${row}(${joinSql([sql`id uuid`, ...typed], sql`, `)})`
  return { from: { rows, id: columnOfAlias(row, 'id') }, values: new Map(values) }
}
