import { planAbove, type CompiledForm, type Prepared, type WriteRequest } from '@pipewright/compiler'
import type { AppDefinition } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { run, type Scene } from './scene.ts'

const known = new WeakMap<AppDefinition, ReadonlyMap<string, ReadonlySet<string>>>()

/** Relations by which trees of the app show the records of a form. */
export function treeFields({ definition }: Scene['app'], form: string): ReadonlySet<string> {
  const made =
    known.get(definition) ??
    new Map(
      [...Map.groupBy(definition.views, (view) => view.form)].map(([key, views]) => [
        key,
        new Set(
          views.flatMap(({ type, parent }) => (type === 'tree' && parent !== undefined ? [parent] : [])),
        ),
      ]),
    )
  known.set(definition, made)
  return made.get(form) ?? new Set()
}

/** Until the transaction ends nobody else puts records under others by this field. */
export async function holdTree(tx: Connection, { workspace }: Scene, form: string, field: string) {
  await tx.query({
    text: 'select pg_advisory_xact_lock(hashtextextended($1, 4))',
    values: [`${workspace.schema} ${form} ${field}`],
  })
}

/** Of each of these records and of all above them, what lies above. */
export async function readAbove(
  tx: Connection,
  { workspace }: Scene,
  { table }: CompiledForm,
  field: string,
  ids: readonly string[],
): Promise<Map<string, string | null>> {
  const plan = planAbove(workspace.schema, table, field, ids)
  const lines = await run<{ id: string; above: string | null }>(tx, plan)
  return new Map(lines.map(({ id, above }) => [id, above]))
}

/** The records that these writes put under another one, and which. */
const movesOf = (field: string, requests: readonly WriteRequest[], prepared: readonly Prepared[]) =>
  prepared.flatMap((one, at) => {
    if (one.kind !== 'ready' || (requests[at]?.old ?? null) === null) return []
    const to = one.record.changed.includes(field) ? one.record.values[field] : null
    return typeof to === 'string' ? [{ at, id: one.record.system.id, to }] : []
  })

function isCircle(from: string, above: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set<string>()
  let at = above.get(from) ?? null
  while (at !== null && !seen.has(at)) {
    if (at === from) return true
    seen.add(at)
    at = above.get(at) ?? null
  }
  return false
}

/** Where a tree shows the records, none may come to lie under itself. Whoever moves others meanwhile waits. */
export async function refuseCircles(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  requests: readonly WriteRequest[],
  prepared: readonly Prepared[],
): Promise<Prepared[]> {
  const refusedAt = new Map<number, string>()
  for (const field of treeFields(scene.app, form.key)) {
    const moves = movesOf(field, requests, prepared)
    if (moves.length === 0) continue
    await holdTree(tx, scene, form.key, field)
    const goals = moves.map(({ to }) => to)
    const above = await readAbove(tx, scene, form, field, goals)
    for (const { id, to } of moves) above.set(id, to)
    for (const { at, id } of moves) if (isCircle(id, above)) refusedAt.set(at, field)
  }
  return prepared.map((one, at) => {
    const field = refusedAt.get(at)
    return field === undefined
      ? one
      : { kind: 'invalid', code: 'invalid', errors: [{ pointer: `/values/${field}`, code: 'circle' }] }
  })
}
