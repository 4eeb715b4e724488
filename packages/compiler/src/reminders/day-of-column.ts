import { param, sql, type SqlColumn, type SqlFragment } from '@pipewright/logic'
import type { SqlScene } from '../records/sql/sql-scene.ts'

/** A date, or the day of a moment in the zone of the scene; undefined for what is neither. */
export function dayOfColumn(scene: SqlScene, { sql: column, type }: SqlColumn): SqlFragment | undefined {
  if (type.kind === 'date') return column
  return type.kind === 'dateTime'
    ? sql`(${column} at time zone ${param(scene.context.zone, 'text')})::date`
    : undefined
}
