import {
  compileApp,
  planRecalculation,
  wholeDependent,
  type CompiledApp,
  type CompiledForm,
} from '@pipewright/compiler'
import type { MigrationPlan, ReadScene } from '@pipewright/compiler'
import type { SqlFragment } from '@pipewright/logic'
import type { AppDefinition } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { toStatement } from '../connection/statement.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { calendarOf } from '../people/workspaces.ts'
import { noteForm } from '../recalculations/note-form.ts'
import { fillSearch } from './fill-search.ts'

const batch = 1000

/** Ids of all records of a table, in portions. */
async function* idsOf(tx: Connection, table: string): AsyncGenerator<string[]> {
  let last = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const text = `select id from ${table} where id > $1 order by id limit ${batch}`
    const rows = await tx.query<{ id: string }>({ text, values: [last] })
    const ids = rows.map(({ id }) => id)
    const next = ids.at(-1)
    if (next === undefined) return
    yield ids
    last = next
  }
}

/** Calculates all records of a form anew; answers how many values of records and rows came out different. */
async function recalculateForm(tx: Connection, scene: ReadScene, form: CompiledForm): Promise<number> {
  const dependent = wholeDependent(form)
  if (dependent.rows.length + dependent.rollups.length + dependent.formulas.length === 0) return 0
  let changed = 0
  const run = async (statement: SqlFragment): Promise<void> => {
    changed += (await tx.query(toStatement(statement))).length
  }
  for await (const ids of idsOf(tx, quoteTable(scene.schema, form.table))) {
    const plan = planRecalculation(scene, form, dependent, { ids })
    for (const statement of plan.rows) await run(statement)
    if (plan.record !== undefined) await run(plan.record)
  }
  return changed
}

async function sceneOf(
  tx: Connection,
  workspace: WorkspaceRef,
  app: CompiledApp,
  at: FillTime,
): Promise<ReadScene> {
  const { zone, calendar } = await calendarOf(tx, workspace.schema)
  const me = at.by ?? '00000000-0000-0000-0000-000000000000'
  const nobody = {
    memberId: me,
    departmentId: null,
    departmentTree: [],
    team: [],
    roles: [],
    admin: false,
    zone,
    locale: 'en' as const,
  }
  const context = { now: at.now, today: at.now.slice(0, 10), zone, calendar, me }
  return { app, rights: app.rights(nobody), schema: workspace.schema, context }
}

interface FillTime {
  readonly by: string | null
  readonly now: string
}

/**
 * Makes the stored values of new and changed calculated fields for the records that are there, and of everything that
 * leans on them: form by form until nothing comes out different any more. Then what the search looks at. The forms in `later`
 * are only noted, for the job that does both while people go on working.
 */
export async function fillCalculated(
  tx: Connection,
  workspace: WorkspaceRef,
  definition: AppDefinition,
  plan: MigrationPlan,
  at: FillTime & { readonly revision: number; readonly later?: ReadonlySet<string> | undefined },
): Promise<void> {
  if (plan.recalculate.length + plan.reindexSearch.length === 0) return
  const app = compileApp(definition, at.revision)
  const scene = await sceneOf(tx, workspace, app, at)
  const known = definition.forms.flatMap(({ key }) => app.form(key) ?? [])
  const all = known.filter(({ key }) => at.later?.has(key) !== true)
  const first = new Set(plan.recalculate.map(({ form }) => form))
  let forms = all.filter(({ key }) => first.has(key))
  // A calculation can lean on those of at most every other form, so this many rounds settle all of them.
  for (let round = 0; round <= all.length && forms.length > 0; round += 1) {
    let changed = 0
    for (const form of forms) changed += await recalculateForm(tx, scene, form)
    forms = changed === 0 ? [] : all
  }
  const { by, now } = at
  const searched = new Set([...plan.reindexSearch, ...first])
  for (const form of known) {
    if (!searched.has(form.key)) continue
    if (by !== null && at.later?.has(form.key) === true) await noteForm(tx, workspace, form.key, { by, now })
    else await fillSearch(tx, workspace, form)
  }
}
