import type { GateRecords } from '@pipewright/schemas'
import { partColumn, stageOf } from '@pipewright/metadata'
import { identifier, param, sql, type SqlFragment } from '@pipewright/logic'
import type { CompiledApp } from '../../app/compile-app.ts'
import { conditionSql } from '../sql/column-sql.ts'
import { asSystem, columnOfAlias, tableOfScene, type SqlScene } from '../sql/sql-scene.ts'

export type GateSide = 'enter' | 'leave'

const prefix = '_gate'

/** Where a write asks how many records a gate counts, as if that were a form; the id is that of the record itself. */
export const gateName = (form: string, stage: string, side: GateSide, position: number): string =>
  [prefix, form, stage, side, position].join(' ')

/** Where a write asks what was ticked on the checklists of a record. */
export const checklistName = '_checklist'

export function gateOfName(app: CompiledApp, name: string): GateRecords | undefined {
  const [head, form = '', stage, side, position] = name.split(' ')
  const found = head === prefix ? app.form(form) : undefined
  if (found === undefined) return undefined
  return stageOf(found.form, stage)?.[side === 'enter' ? 'enter' : 'leave']?.related?.[Number(position)]
}

/** How many living records point to each of the ids; whoever asks, all of them count. */
export function gateSelect(
  scene: SqlScene,
  name: string,
  { form, field, where }: GateRecords,
  ids: SqlFragment,
): SqlFragment {
  const system = asSystem(scene)
  const row = system.alias()
  const only = where === undefined ? sql`` : sql` and ${conditionSql(system, row, { form }, where)}`
  const count = sql`(select count(*)::int from ${tableOfScene(system, form)} ${row} where ${columnOfAlias(row, partColumn(field))} = g.id and ${columnOfAlias(row, 'deleted_at')} is null${only})`
  return sql`select ${param(name, 'text')} as form, g.id, true as readable, jsonb_build_object('count', ${count}) as values from unnest(${ids}) as g(id)`
}

/** What was ticked on the checklists of each of the ids: "stage.item". */
export function checklistSelect(scene: SqlScene, ids: SqlFragment): SqlFragment {
  const table = tableOfScene(scene, '_checklist_tick')
  const ticks = sql`(select coalesce(jsonb_agg(t.stage || '.' || t.item), '[]'::jsonb) from ${table} t where t.record = g.id)`
  return sql`select ${param(checklistName, 'text')} as form, g.id, true as readable, jsonb_build_object('ticked', ${ticks}) as values from unnest(${ids}) as ${identifier('g')}(id)`
}
