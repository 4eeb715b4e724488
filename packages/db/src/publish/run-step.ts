import { numericType, scaleOf, type Column, type ColumnType, type MigrationStep } from '@pipewright/compiler'
import type { OptionSet } from '@pipewright/schemas'
import { convertColumn } from '../type-change/convert-column.ts'
import type { Connection } from '../connection/connection.ts'
import { quoteIdent, quoteTable } from '../connection/quote-ident.ts'
import { nextIndex } from '../type-change/background/next-indexes.ts'
import { columnsOf, hasConstraint, indexesOf } from './catalogue.ts'
import { createIndexSql } from './index-sql.ts'
import { forgetParked, notePark } from './parked.ts'
import { changeCount, followColumn } from './links.ts'
import { moveTargets } from './move-targets.ts'
import { addColumnSql, addForeignKeySql, createTableSql } from './table-sql.ts'

/** Where and as which revision steps are run. */
export interface StepScene {
  readonly tx: Connection
  readonly schema: string
  readonly revision: number
  readonly now: string
  /** Shared options of before and after. */
  readonly optionSets: readonly OptionSet[]
  /** Columns that hold already what those become which are converted, by table and column. */
  readonly ready?: ReadonlyMap<string, string> | undefined
}

type Step<T extends MigrationStep['type']> = Extract<MigrationStep, { type: T }>
type StepRunners = {
  readonly [T in MigrationStep['type']]: (scene: StepScene, step: Step<T>) => Promise<void>
}

const run = async ({ tx }: StepScene, text: string): Promise<void> =>
  void (await tx.query({ text, values: [] }))

/** Numeric columns only ever get wider: fewer digits would round what is stored. */
async function widen(scene: StepScene, table: string, column: string, scale: number): Promise<void> {
  const present = (await columnsOf(scene.tx, scene.schema, table)).get(column)
  const has = present === undefined ? undefined : scaleOf(present as ColumnType)
  if (has === undefined || has >= scale) return
  const to = numericType(scale)
  await run(
    scene,
    `alter table ${quoteTable(scene.schema, table)} alter column ${quoteIdent(column)} type ${to}`,
  )
}

/** Adds what is missing of columns that a table may still have from an earlier revision. */
async function restoreColumns(scene: StepScene, table: string, columns: readonly Column[]): Promise<void> {
  const present = await columnsOf(scene.tx, scene.schema, table)
  for (const column of columns) {
    if (!present.has(column.name)) await run(scene, addColumnSql(scene.schema, table, column))
    const scale = scaleOf(column.type)
    if (scale !== undefined) await widen(scene, table, column.name, scale)
    await forgetParked(scene, table, column.name)
  }
}

const runners: StepRunners = {
  createTable: (scene, { table }) => run(scene, createTableSql(scene.schema, table)),
  async restoreTable(scene, { table }) {
    const present = await columnsOf(scene.tx, scene.schema, table.name)
    if (present.size === 0) return run(scene, createTableSql(scene.schema, table))
    await forgetParked(scene, table.name, '')
    await restoreColumns(scene, table.name, table.columns)
  },
  parkTable: (scene, { table, form, field }) => notePark(scene, { table, column: '', form, field }),
  addColumn: (scene, { table, column }) => run(scene, addColumnSql(scene.schema, table, column)),
  restoreColumn: (scene, { table, column }) => restoreColumns(scene, table, [column]),
  parkColumn: (scene, { table, column, form, field }) => notePark(scene, { table, column, form, field }),
  dropColumn: (scene, { table, column }) =>
    run(scene, `alter table ${quoteTable(scene.schema, table)} drop column ${quoteIdent(column)}`),
  widenColumn: (scene, { table, column, scale }) => widen(scene, table, column, scale),
  changeCount: (scene, step) => changeCount(scene, step),
  convertColumn: (scene, step) =>
    convertColumn(scene, step, scene.ready?.get(`${step.table}.${step.column.name}`)),
  moveTargets: (scene, step) => moveTargets(scene, step),
  followColumn: (scene, step) => followColumn(scene, step),
  async addForeignKey(scene, { foreignKey }) {
    if (await hasConstraint(scene.tx, scene.schema, foreignKey.name)) return
    await run(scene, addForeignKeySql(scene.schema, foreignKey))
    const table = quoteTable(scene.schema, foreignKey.table)
    await run(scene, `alter table ${table} validate constraint ${quoteIdent(foreignKey.name)}`)
  },
  dropForeignKey: (scene, { foreignKey: { table, name } }) =>
    run(
      scene,
      `alter table ${quoteTable(scene.schema, table)} drop constraint if exists ${quoteIdent(name)}`,
    ),
  async createIndex(scene, { index }) {
    const { tx, schema, ready } = scene
    const made = nextIndex(index.name)
    if (ready === undefined || !(await indexesOf(tx, schema)).has(made))
      return run(scene, createIndexSql(schema, index))
    await run(scene, `alter index ${quoteTable(schema, made)} rename to ${quoteIdent(index.name)}`)
  },
  dropIndex: (scene, { index }) => run(scene, `drop index if exists ${quoteTable(scene.schema, index.name)}`),
}

/** Does one step of a migration plan, inside the transaction of the publish. */
export function runStep(scene: StepScene, step: MigrationStep): Promise<void> {
  const runner: (scene: StepScene, step: never) => Promise<void> = runners[step.type]
  return runner(scene, step as never)
}
