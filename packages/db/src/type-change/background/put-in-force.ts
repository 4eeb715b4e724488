import type { Connection, Database } from '../../connection/connection.ts'
import type { WorkspaceRef } from '../../connection/workspace-ref.ts'
import { storeDraft } from '../../drafts/draft-state.ts'
import { impactToken } from '../../publish/impact-token.ts'
import { publish, type PublishRequest, type PublishResult } from '../../publish/publish.ts'
import { noteChangedRates } from '../../rates/exchange-rates.ts'
import { convertNoted, hasLate } from './convert-batch.ts'
import { nextColumn, stopNoting } from './next-column.ts'
import { openWork, workColumns, workTable, type TypeChangeWork } from './type-change-work.ts'

/** It was cancelled, or it waits for the builder: nothing is put in force. */
export class NotReady extends Error {}

/** More than one would write while the tables are locked. */
const mostAtOnce = 1000

/** The last of what was written since; from here on nobody writes. */
async function finish(tx: Connection, workspace: WorkspaceRef): Promise<void> {
  for (const column of await workColumns(tx, workspace)) {
    while ((await convertNoted({ tx, workspace }, column, mostAtOnce)) > 0);
    await stopNoting(tx, workspace.schema, column.table, column.position)
  }
  if (await hasLate(tx, workspace)) throw new NotReady('late')
}

/** Amounts were counted by the rates of their moment: those that changed since are counted anew, as after any change of rates. */
async function noteRates(
  tx: Connection,
  workspace: WorkspaceRef,
  { member, at }: TypeChangeWork,
): Promise<void> {
  const homes = (await workColumns(tx, workspace)).flatMap(({ step: { to } }) =>
    to.type === 'foreignMoney' ? [to.home] : [],
  )
  if (homes.length > 0)
    await noteChangedRates(tx, workspace, { homes: [...new Set(homes)], since: at, member })
}

/** The draft is done with, unless its builder has gone on with it: then it stays as it is, to be carried over. */
async function settleDraft(
  tx: Connection,
  workspace: WorkspaceRef,
  { member, draftVersion: version }: TypeChangeWork,
  { now, revision }: { readonly now: string; readonly revision: number },
): Promise<void> {
  const next = { base: revision, definition: null, undo: [], redo: [] }
  await storeDraft(tx, workspace, { member, version, now }, next)
}

/** Puts a filled type change in force, with all else of its draft: one transaction, which waits at most 3 seconds for a table. */
export async function putInForce(
  database: Database,
  workspace: WorkspaceRef,
  work: TypeChangeWork,
  at: Pick<PublishRequest, 'now' | 'backOff' | 'lockTimeoutMs'>,
): Promise<PublishResult> {
  const columns = await workColumns(database, workspace)
  const ready = new Map(
    columns.map(({ table, step: { column } }) => [`${table}.${column.name}`, nextColumn(column.name)]),
  )
  const reviewed = { version: work.draftVersion, published: work.base }
  return publish(database, workspace, {
    definition: work.definition,
    base: work.base,
    by: work.member,
    changes: work.changes,
    ...at,
    agreed: (impact) => impactToken(reviewed, impact) === work.token,
    filled: {
      ready,
      later: new Set(columns.map(({ step: { place } }) => place.form)),
      measured: work.measured ?? [],
      // Before any table is locked, as those do who fill: so nobody waits for the other.
      async hold(tx) {
        const open = await openWork(tx, workspace, true)
        if (open?.id !== work.id || open.state !== 'filling') throw new NotReady('cancelled')
      },
      finish: (tx) => finish(tx, workspace),
    },
    async within(tx, _plan, revision) {
      await settleDraft(tx, workspace, work, { now: at.now, revision })
      await noteRates(tx, workspace, work)
      await tx.query({ text: `delete from ${workTable(workspace)}`, values: [] })
    },
  })
}
