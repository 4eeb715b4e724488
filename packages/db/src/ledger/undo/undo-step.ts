import { planTitles, type Issue } from '@pipewright/compiler'
import type { Connection, Transacting } from '../../connection/connection.ts'
import { quoteTable } from '../../connection/quote-ident.ts'
import { prepared } from '../../connection/statement.ts'
import { refused, type Cause, type Outcome, type RecordProblem } from '../../records/outcome.ts'
import { readSceneOf, run, type Scene } from '../../records/scene.ts'
import { writeTransaction } from '../../records/write-transaction.ts'
import { eventsOfSet, hasSet, type UndoneEvent } from './events-of-set.ts'
import { undoEvent } from './undo-event.ts'
import { runsOf, takeBackTogether } from './undo-together.ts'
import type { EventUndone, Left, UndoneBy } from './undone.ts'

export interface UndoRequest {
  /** The change that is taken back: one of the actor's own. */
  readonly set: string
  /** UUIDv7 of the change that takes it back; undoing that one does it again. */
  readonly into: string
  /** `next` of the step before. */
  readonly after?: string
  /** How many lines of the ledger at most; 200 by itself. */
  readonly limit?: number
}

/** Something that was left as it is, and why. */
export interface LeftAlone extends Left {
  readonly form: string
  readonly record: string
  readonly title: string
}

/** What the write service refused to take back. */
export interface UndoRefusal {
  readonly form: string
  readonly record: string
  readonly title: string
  readonly problem: RecordProblem
}

export interface UndoStep {
  /** Records in which something was put back. */
  readonly done: readonly { readonly form: string; readonly record: string }[]
  readonly left: readonly LeftAlone[]
  readonly refused: readonly UndoRefusal[]
  readonly next: string | null
}

const usualLimit = 200

/** From now on the change counts as taken back; false when another change did that already. */
async function markUndone(tx: Connection, scene: Scene, { set, into }: UndoRequest): Promise<boolean> {
  const table = quoteTable(scene.workspace.schema, '_change_undo')
  const [row] = await tx.query<{ undoneBy: string }>(
    prepared({
      text: `with made as (insert into ${table} (change_set, undone_by, member, at) values ($1, $2, $3, $4)
          on conflict do nothing returning undone_by)
        select undone_by as "undoneBy" from made
        union all select undone_by from ${table} where change_set = $1`,
      values: [set, into, scene.actor.memberId, scene.now],
    }),
  )
  return row?.undoneBy === into
}

/** Fields that stand in the way by themselves, so that the others can be put back without them. */
function fieldsOf(errors: readonly Issue[] | undefined): Set<string> {
  const keys = (errors ?? []).map(({ pointer }) => /^\/values\/([^/]+)/.exec(pointer)?.[1])
  return keys.every((key) => key !== undefined) ? new Set(keys) : new Set()
}

interface Tried {
  readonly outcome: EventUndone
  /** What was refused of single fields while the others were put back. */
  readonly problem?: RecordProblem
}

async function takeBack(
  database: Transacting,
  scene: Scene,
  event: UndoneEvent,
  by: Omit<UndoneBy, 'without'>,
): Promise<Tried> {
  const attempt = (without: ReadonlySet<string>) =>
    writeTransaction(database, (tx) => undoEvent(tx, scene, event, { ...by, without }))
  const first = await attempt(new Set())
  if (first.ok) return { outcome: first }
  const without = fieldsOf(first.problem.errors)
  const hasFields = event.kind === 'update' || event.kind === 'merge' || event.kind === 'unmerge'
  if (!hasFields || without.size === 0) return { outcome: first }
  const second = await attempt(without)
  return second.ok ? { outcome: second, problem: first.problem } : { outcome: first }
}

interface Site {
  readonly form: string
  readonly record: string
}

interface Concerned {
  readonly event: Site
  readonly left: readonly Left[]
  readonly problem?: RecordProblem
}

/** What has to be told about a line, by the record it is about. */
function concernedBy(event: UndoneEvent, { outcome, problem }: Tried): Concerned[] {
  const left = (outcome.ok || 'left' in outcome ? outcome.left : []).map(({ at = event, ...rest }) => ({
    event: at,
    left: [rest],
  }))
  if (outcome.ok) return problem === undefined ? left : [...left, { event, left: [], problem }]
  return left.length > 0 ? left : [{ event, left: [], problem: outcome.problem }]
}

/** Also of what lies in the bin: that is why some of it was left alone. */
async function titlesOf(connection: Connection, scene: Scene, events: readonly Site[]) {
  const wanted = Map.groupBy(events, ({ form }) => form)
  const ids = new Map([...wanted].map(([form, of]) => [form, new Set(of.map(({ record }) => record))]))
  const statement = ids.size === 0 ? undefined : planTitles(readSceneOf(scene), ids, true)
  const rows =
    statement === undefined ? [] : await run<{ id: string; title: string | null }>(connection, statement)
  return new Map(rows.map(({ id, title }) => [id, title ?? '']))
}

/**
 * Takes back some of what a member did, with all rights and rules: lines of one kind together where nothing speaks against
 * it, else record by record, each in a transaction of its own. Call it again with `next` until that is null: it goes on after a kill, since what is back already stays as it is.
 */
export async function undoStep(
  database: Transacting,
  scene: Scene,
  request: UndoRequest,
): Promise<Outcome<UndoStep>> {
  if (!(await hasSet(database, scene, request.set))) return refused('not-found')
  if (!(await markUndone(database, scene, request))) return refused('already-undone')
  const { events, next } = await eventsOfSet(
    database,
    scene,
    request.set,
    request.after,
    request.limit ?? usualLimit,
  )
  const undoing = { ...scene, changeSet: request.into }
  const cause: Cause = { type: 'person', undoes: request.set }
  const done = new Map<string, { form: string; record: string }>()
  const concerned: Concerned[] = []
  const by = { set: request.set, cause }
  for (const run of runsOf(events)) {
    const together = await takeBackTogether(database, undoing, run, by)
    for (const event of run) {
      const known = together.get(event)
      const tried = known === undefined ? await takeBack(database, undoing, event, by) : { outcome: known }
      const { outcome } = tried
      if (outcome.ok && outcome.done)
        for (const { form, record } of [event, ...(outcome.also ?? [])]) done.set(record, { form, record })
      concerned.push(...concernedBy(event, tried))
    }
  }
  const titles = await titlesOf(
    database,
    scene,
    concerned.map(({ event }) => event),
  )
  const named = ({ form, record }: Site) => ({ form, record, title: titles.get(record) ?? '' })
  return {
    ok: true,
    done: [...done.values()],
    left: concerned.flatMap(({ event, left }) => left.map((each) => ({ ...named(event), ...each }))),
    refused: concerned.flatMap(({ event, problem }) =>
      problem === undefined ? [] : [{ ...named(event), problem }],
    ),
    next,
  }
}
