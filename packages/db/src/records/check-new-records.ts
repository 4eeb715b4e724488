import type { PreparedRecord, RecordSystem, WriteRequest, WriteScene } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { drawNumbers } from '../counters/draw-numbers.ts'
import type { CreatedMany, NewRecord } from './new-record.ts'
import type { RecordProblem } from './outcome.ts'
import { loadRelated, prepareAll } from './prepare.ts'
import type { Scene } from './scene.ts'

async function systemsOf(
  tx: Connection,
  scene: Scene,
  writing: WriteScene,
  inputs: readonly NewRecord[],
): Promise<(RecordSystem | undefined)[]> {
  const { memberId, departmentId } = scene.actor
  const others = [
    ...new Set(inputs.flatMap(({ owner }) => (owner === undefined || owner === memberId ? [] : [owner]))),
  ]
  if (others.length > 0) await loadRelated(tx, scene, writing.related, '_member', others)
  return inputs.map(({ owner = memberId, id = scene.newId(), made = { at: scene.now, by: memberId } }) => {
    const member = owner === memberId ? undefined : writing.related.get('_member', owner)
    if (owner !== memberId && member?.readable !== true) return undefined
    const department =
      member === undefined || member === null
        ? departmentId
        : ((member.values['department'] ?? null) as string | null)
    const { at, by } = made
    return {
      id,
      owner,
      department,
      version: 1,
      created_at: at,
      created_by: by,
      updated_at: at,
      updated_by: by,
      deleted_at: null,
      locked_by: null,
      stage_since: null,
    }
  })
}

function problemOf(prepared: Awaited<ReturnType<typeof prepareAll>>[number]): RecordProblem | undefined {
  if (prepared.kind === 'invalid') return { code: prepared.code, errors: prepared.errors }
  return prepared.kind === 'outside' ? { code: 'not-allowed' } : undefined
}

/** Numbers are drawn last, when nothing can refuse the records any more, and formulas then see them. */
async function withNumbers(
  tx: Connection,
  scene: Scene,
  writing: WriteScene,
  requests: readonly WriteRequest[],
  checked: Awaited<ReturnType<typeof prepareAll>>,
): Promise<WriteRequest[]> {
  const values = checked.map((each) => (each.kind === 'ready' ? each.record.values : {}))
  const drawn = requests.map((): Record<string, string> => ({}))
  for (const field of writing.form.autoNumbers) {
    const numbers = await drawNumbers(tx, scene, writing.form.key, field, values)
    for (const [position, number] of numbers.entries())
      Object.assign(drawn[position] ?? {}, { [field.key]: number })
  }
  return requests.map((request, position) => ({ ...request, numbers: drawn[position] ?? {} }))
}

type Checked =
  | { readonly ok: true; readonly records: readonly PreparedRecord[] }
  | Extract<CreatedMany, { readonly ok: false }>

const noSuchOwner: RecordProblem = {
  code: 'invalid',
  errors: [{ pointer: '/owner', code: 'no-such-member' }],
}

function refusals(problems: readonly (RecordProblem | undefined)[]): Checked | undefined {
  const found = problems.flatMap((problem, index) => (problem === undefined ? [] : [{ index, problem }]))
  return found.length === 0 ? undefined : { ok: false, refused: found }
}

/** Checks all records and draws their numbers. */
export async function checkNewRecords(
  tx: Connection,
  scene: Scene,
  writing: WriteScene,
  inputs: readonly NewRecord[],
): Promise<Checked> {
  const systems = await systemsOf(tx, scene, writing, inputs)
  const ownerless = refusals(systems.map((system) => (system === undefined ? noSuchOwner : undefined)))
  if (ownerless !== undefined) return ownerless
  const { form, rights } = writing
  const predicate = rights === null ? true : rights.predicates.create
  const requests = inputs.flatMap(({ values, start }, index): WriteRequest[] => {
    const system = systems[index]
    if (system === undefined) return []
    return [{ values, system, old: null, predicate, ...(start === undefined ? {} : { start }) }]
  })
  const checked = await prepareAll(tx, scene, writing, requests)
  const refused = refusals(checked.map(problemOf))
  if (refused !== undefined) return refused
  const numbered = form.autoNumbers.length > 0
  const final = numbered
    ? await prepareAll(tx, scene, writing, await withNumbers(tx, scene, writing, requests, checked))
    : checked
  return { ok: true, records: final.flatMap((each) => (each.kind === 'ready' ? [each.record] : [])) }
}
