import {
  checkCompiled,
  compileApp,
  planMigration,
  planRecent,
  type CompiledApp,
  type MigrationStep,
} from '@pipewright/compiler'
import { indexDefinition, type Change } from '@pipewright/metadata'
import type { AppDefinition, Conversion } from '@pipewright/schemas'
import type { Connection, Transacting } from '../connection/connection.ts'
import { DatabaseError } from '../connection/database-error.ts'
import { savepoint } from '../connection/savepoint.ts'
import { toStatement } from '../connection/statement.ts'
import { convertRecord, type Converted } from '../records/convert-record.ts'
import type { RecordProblem } from '../records/outcome.ts'
import { readSceneOf, type Scene } from '../records/scene.ts'
import type { Effect, NamedRecord } from './effect.ts'

/** Records that each conversion is tried on, and those of them that are named. */
const mostTried = 20
const mostNamed = 5
/** How long all of it may take; whoever wants to write a record waits no longer than for one of them. */
const longestMs = 2_000
const lockTimeoutMs = 500
/** More records than this that follow one are left to a job, which never runs. */
const mostFollowing = 200

export interface RefusedRecord extends NamedRecord {
  readonly problem: RecordProblem
}

/** What came of trying a conversion, at the place of its change. */
export interface TriedConversion {
  readonly at: number
  readonly conversion: Conversion
  /** By which it was tried. */
  readonly app: CompiledApp | null
  readonly effect: Effect
  readonly records: readonly RefusedRecord[]
}

interface Tried {
  readonly at: number
  readonly form: string
  readonly conversion: Conversion
}

/** The answer of a conversion whose work is undone. */
class Undone extends Error {
  readonly answer: Converted
  constructor(answer: Converted) {
    super('undone')
    this.answer = answer
  }
}

/** What keeps a record from being converted, if anything does; nothing of it stays. */
async function refusalOf(
  tx: Connection,
  scene: Scene,
  { form, conversion }: Tried,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<RecordProblem | undefined> {
  const answer = await savepoint<Converted>(tx, async () => {
    throw new Undone(await convertRecord(tx, scene, form, id, conversion.key, { version }))
  }).catch((error: unknown) => {
    if (error instanceof Undone) return error.answer
    throw error
  })
  return answer.ok ? undefined : answer.problem
}

/** It was changed or taken away meanwhile, or a record that is there already can be taken in its place. */
function isPassing({ code, errors = [] }: RecordProblem, { creates }: Conversion): boolean {
  if (code === 'not-found' || code === 'condition-not-met' || code === 'stale-version') return true
  const steps = errors.map(({ pointer }) => creates.find(({ key }) => key === pointer.split('/')[2]))
  return code === 'duplicate' && steps.length > 0 && steps.every((step) => step?.matchFields !== undefined)
}

interface Recent {
  readonly id: string
  readonly version: number
  readonly title: string | null
}

async function recentOf(tx: Connection, scene: Scene, { form, conversion }: Tried): Promise<Recent[]> {
  const reading = readSceneOf(scene)
  const asked = planRecent(reading, form, conversion.when ?? true, mostTried)
  // A condition that stored records cannot be asked is asked of each when it is converted.
  const plan = asked.ok ? asked : planRecent(reading, form, true, mostTried)
  return plan.ok ? tx.query<Recent>(toStatement(plan.recent)) : []
}

const unchecked = (
  { at, conversion }: Tried,
  app: CompiledApp | null,
  why: 'parts' | 'busy',
): TriedConversion => ({
  at,
  conversion,
  app,
  effect: {
    code: 'conversion-unchecked',
    severity: 'info',
    count: 0,
    params: { conversion: conversion.label, why },
  },
  records: [],
})

async function tryOne(
  tx: Connection,
  scene: Scene,
  tried: Tried,
  until: number,
): Promise<TriedConversion | undefined> {
  const { at, form, conversion } = tried
  const found: RefusedRecord[] = []
  let count = 0
  for (const { id, version, title } of await recentOf(tx, scene, tried)) {
    if (performance.now() > until) break
    const problem = await refusalOf(tx, scene, tried, { id, version })
    if (problem !== undefined && isPassing(problem, conversion)) continue
    count += 1
    if (problem !== undefined) found.push({ form, id, title, problem })
  }
  if (count === 0 && performance.now() > until) return unchecked(tried, scene.app, 'busy')
  if (found.length === 0) return undefined
  const params = { conversion: conversion.label, tried: count }
  const effect: Effect = { code: 'conversion-fails', severity: 'warning', count: found.length, params }
  return { at, conversion, app: scene.app, effect, records: found.slice(0, mostNamed) }
}

/** Steps that leave everything there that a definition asks of its tables. */
const harmless: ReadonlySet<MigrationStep['type']> = new Set([
  'parkTable',
  'parkColumn',
  'dropColumn',
  'dropForeignKey',
  'createIndex',
  'dropIndex',
])

/** What is to be in force, as far as the tables there are hold it; undefined: they lack what a conversion needs. */
function triable(before: AppDefinition, after: AppDefinition): AppDefinition | undefined {
  if (planMigration(before, after).steps.every(({ type }) => harmless.has(type))) return after
  const next = indexDefinition(after)
  const forms = before.forms.map((form) => ({ ...form, conversions: [...next.conversionsOf(form.key)] }))
  const mixed = { ...before, forms }
  return checkCompiled(mixed).length === 0 ? mixed : undefined
}

function triedOf(before: AppDefinition, changes: readonly Change[]): Tried[] {
  const had = indexDefinition(before)
  return changes.flatMap((change, at): Tried[] => {
    if (change.type !== 'conversionAdded' && change.type !== 'conversionChanged') return []
    const conversion = change.type === 'conversionAdded' ? change.conversion : change.after
    return had.form(change.form.key) === undefined ? [] : [{ at, form: change.form.key, conversion }]
  })
}

/** Whoever publishes, with every right: what a conversion cannot do at all is looked for, not what one may not. */
function sceneOfTrial(scene: Scene, definition: AppDefinition): Scene {
  const app = compileApp(definition, 0)
  const actor = { ...scene.actor, admin: true }
  return { ...scene, app, actor, rights: app.rights(actor), mostFollowing }
}

/**
 * Tries conversions that are new or another on the latest records they are offered for: each is carried out and undone.
 * Says nothing of those that succeed.
 */
export async function tryConversions(
  database: Transacting,
  scene: Scene,
  { before, after }: { readonly before: AppDefinition; readonly after: AppDefinition },
  changes: readonly Change[],
): Promise<TriedConversion[]> {
  const all = triedOf(before, changes)
  if (all.length === 0) return []
  const definition = triable(before, after)
  if (definition === undefined) return all.map((tried) => unchecked(tried, null, 'parts'))
  const trial = sceneOfTrial(scene, definition)
  const until = performance.now() + longestMs
  const answers: TriedConversion[] = []
  for (const tried of all) {
    const answer = await database
      .transaction((tx) => tryOne(tx, trial, tried, until), { lockTimeoutMs, statementTimeoutMs: longestMs })
      .catch((error: unknown) => {
        // A look ahead; what stands in its way is no reason not to publish.
        if (error instanceof DatabaseError) return unchecked(tried, null, 'busy')
        throw error
      })
    if (answer !== undefined) answers.push(answer)
  }
  return answers
}
