import type { EvaluationContext, SqlFragment } from '@pipewright/logic'
import { identifier, sql } from '@pipewright/logic'
import type { DefinitionIndex } from '@pipewright/metadata'
import type { Rights } from '../../rights/rights.ts'

/** What SQL is made for: one workspace, one moment, one reader. */
export interface SqlScene {
  readonly schema: string
  readonly index: DefinitionIndex
  readonly context: EvaluationContext
  /** Null for the system itself: predicates, formulas and rollups are not limited by who looks. */
  readonly rights: Rights | null
  /** Rows that stand for those of a table, where something is asked of another moment. */
  readonly instead?: { readonly table: string; readonly rows: SqlFragment }
  /** A table alias that the statement does not use yet. */
  alias(): SqlFragment
}

/** A scene for one statement; aliases count up, so equal requests make equal text. */
export function sqlScene(scene: Omit<SqlScene, 'alias'>): SqlScene {
  let used = 0
  return { ...scene, alias: () => identifier(`r${(used += 1)}`) }
}

export const asSystem = (scene: SqlScene): SqlScene =>
  scene.rights === null ? scene : { ...scene, rights: null }

export const tableOfScene = (scene: SqlScene, table: string): SqlFragment =>
  scene.instead?.table === table ? scene.instead.rows : sql`${identifier(scene.schema)}.${identifier(table)}`

export const columnOfAlias = (alias: SqlFragment, column: string): SqlFragment =>
  sql`${alias}.${identifier(column)}`
