import { maskChanges, planSelection, type Narrowing, type RecordAnswer } from '@pipewright/compiler'
import { sql, param } from '@pipewright/logic'
import type { Connection, Transacting } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { getRecord } from '../records/get-record.ts'
import type { Cause, Outcome, RecordWarnings } from '../records/outcome.ts'
import { readSceneOf, runOnce, type Scene } from '../records/scene.ts'
import { writeTransaction } from '../records/write-transaction.ts'
import type { BulkAction, KeptProblem } from './bulk-job.ts'
import { changeForBulk, planBulk, readForBulk, type PlannedBulk } from './change-record.ts'

/** So many records are tried. */
export const mostTried = 20

/** A record before and after, as the actor may see it. */
export interface Tried {
  readonly before: RecordAnswer
  /** Null when it is refused or gone. */
  readonly after: RecordAnswer | null
  readonly problem: KeptProblem | null
  readonly warnings: readonly RecordWarnings[]
  /** How many other records are deleted or taken back with it. */
  readonly along: number
  /** How many relations of other records lead to it again. */
  readonly relations: number
}

/** Records of other forms, or others of this one, whose calculated values follow. */
export interface Followed {
  readonly form: string
  readonly fields: readonly string[]
  readonly records: number
}

export interface BulkPreview {
  readonly rows: readonly Tried[]
  readonly follows: readonly Followed[]
}

/** Does it to one record, and tells what came of it. */
export async function tryOne(
  tx: Connection,
  scene: Scene,
  bulk: PlannedBulk,
  id: string,
  cause: Cause,
): Promise<Tried | undefined> {
  const before = await getRecord(tx, scene, bulk.form, id)
  if (!before.ok) return undefined
  const row = (await readForBulk(tx, bulk, [id])).get(id)
  // Gone with one before it.
  if (row === undefined) return undefined
  const change = await changeForBulk(tx, scene, bulk, row, cause)
  const tried = { before: before.record, after: null, problem: null, warnings: [], along: 0, relations: 0 }
  if (!change.ok) return { ...tried, problem: change.problem }
  const after = await getRecord(tx, scene, bulk.form, id)
  const { warnings, along, relations = 0 } = change
  return { ...tried, after: after.ok ? after.record : null, warnings, along: along.length, relations }
}

interface Line {
  readonly form: string
  readonly record: string
  readonly changes: Readonly<Record<string, [unknown, unknown]>>
}

/** What the ledger would say of records that follow, as far as the actor may read it. */
async function followed(tx: Connection, scene: Scene, since: string, cause: Cause): Promise<Followed[]> {
  const lines = await tx.query<Line>({
    text: `select form, record, changes from ${quoteTable(scene.workspace.schema, '_record_event')}
      where id > $1 and at = $2 and kind = 'recalculate' and cause ->> 'id' = $3`,
    values: [since, scene.now, cause.id],
  })
  const seen = lines.flatMap(({ form: key, record, changes }) => {
    const form = scene.app.form(key)
    const rights = scene.rights.forms[key]
    if (form === undefined || rights?.read !== true) return []
    const fields = maskChanges(form, rights, changes).map(({ field }) => field)
    return fields.length === 0 ? [] : [{ form: key, record, fields }]
  })
  return [...Map.groupBy(seen, ({ form }) => form)].map(([form, group]) => ({
    form,
    fields: [...new Set(group.flatMap(({ fields }) => fields))],
    records: new Set(group.map(({ record }) => record)).size,
  }))
}

/** Does it to the first records of a selection and takes it back again, so that what is shown is what would happen. */
export async function previewBulk(
  on: Transacting,
  scene: Scene,
  form: string,
  action: BulkAction,
  selection: Narrowing,
): Promise<Outcome<BulkPreview>> {
  const planned = planBulk(scene, form, action)
  if (!planned.ok) return planned
  const chosen = planSelection(readSceneOf(scene), form, selection)
  if (!chosen.ok) return chosen
  const first = sql`${chosen.statement} limit ${param(mostTried, 'int')}`
  const since = scene.newId()
  const cause: Cause = { type: 'bulk', id: scene.newId() }
  const answer = await writeTransaction(on, async (tx) => {
    const ids = await runOnce<{ id: string }>(tx, first)
    const rows: Tried[] = []
    for (const { id } of ids) {
      const tried = await tryOne(tx, scene, planned.bulk, id, cause)
      if (tried !== undefined) rows.push(tried)
    }
    // Never ok, so that nothing stays.
    return { ok: false, rows, follows: await followed(tx, scene, since, cause) }
  })
  return { ok: true, rows: answer.rows, follows: answer.follows }
}
