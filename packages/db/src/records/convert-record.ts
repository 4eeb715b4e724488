import {
  conditionHolds,
  mayWriteField,
  stepRecords,
  updatedValues,
  type Issue,
  type RecordAnswer,
} from '@pipewright/compiler'
import type { ConversionStep } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { eventOf, insertEvents } from '../ledger/record-event.ts'
import { conversionSource, type ConversionSource } from './conversion-source.ts'
import { createRecords } from './create-records.ts'
import { answerOf, getRecord } from './get-record.ts'
import { refused, type Cause, type Outcome, type RecordWarnings } from './outcome.ts'
import type { CreatedMany } from './new-record.ts'
import type { Scene } from './scene.ts'
import { staleProblem, versionProblem } from './stored-record.ts'
import { changeRecord } from './update-record.ts'

export interface ConversionRequest {
  readonly version?: unknown
  /** Step → existing record to take instead of making one. */
  readonly use?: Readonly<Record<string, string>>
  /** Step → values that replace the calculated ones. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

export type Converted = Outcome<{
  readonly created: Readonly<Record<string, readonly string[]>>
  readonly open: { readonly form: string; readonly id: string } | null
  readonly record: RecordAnswer
  /** Of the records that were made, those whose rules want something to be minded. */
  readonly warnings: readonly RecordWarnings[]
}>

const own = <T>(values: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  values !== undefined && Object.hasOwn(values, key) ? values[key] : undefined

/** What a person replaces must be theirs to write; what the conversion names itself need not be. */
function overrideIssues(
  scene: Scene,
  step: ConversionStep,
  values: Readonly<Record<string, unknown>>,
): Issue[] {
  const rights = scene.rights.forms[step.form]
  return Object.keys(values).flatMap((key) => {
    if (rights !== undefined && mayWriteField(rights, key)) return []
    const isKnown = rights !== undefined && Object.hasOwn(rights.fields, key)
    return [
      { pointer: `/values/${step.key}/${key}`, code: isKnown ? 'not-writable' : 'unknown-field' } as const,
    ]
  })
}

/** Problems of a new record, at their place in the request; a field that may not be read is not named. */
function inStep(scene: Scene, step: ConversionStep, errors: readonly Issue[] | undefined): readonly Issue[] {
  const fields = scene.rights.forms[step.form]?.fields ?? {}
  return (errors ?? []).map((error) => {
    const [, , key = '', ...rest] = error.pointer.split('/')
    const place = Object.hasOwn(fields, key) ? [key, ...rest] : []
    return { ...error, pointer: ['/values', step.key, ...place].join('/') }
  })
}

type Made = Omit<Extract<CreatedMany, { readonly ok: true }>, 'ok'>

async function makeStep(
  tx: Connection,
  scene: Scene,
  { writing, data }: ConversionSource,
  step: ConversionStep,
  request: ConversionRequest,
  cause: Cause,
): Promise<Outcome<Made>> {
  const existing = own(request.use, step.key)
  if (existing !== undefined) {
    const found = await getRecord(tx, scene, step.form, existing)
    if (found.ok && found.record.deleted_at === null) return { ok: true, ids: [existing], warnings: [] }
    return refused('invalid', { errors: [{ pointer: `/use/${step.key}`, code: 'no-such-record' }] })
  }
  const replaced = own(request.values, step.key) ?? {}
  const wrong = overrideIssues(scene, step, replaced)
  if (wrong.length > 0) return refused('invalid', { errors: wrong })
  const inputs = stepRecords(writing, step, data).map((values) => ({ values: { ...values, ...replaced } }))
  const given = new Set(Object.keys(replaced))
  const trusted = new Set(
    [...Object.keys(step.values), ...(step.lines ?? []).map((line) => line.field)].filter(
      (key) => !given.has(key),
    ),
  )
  const created = await createRecords(tx, scene, step.form, inputs, cause, { trusted })
  if (created.ok) return created
  const { code, ...rest } = created.refused[0]?.problem ?? { code: 'invalid' as const }
  return refused(code, { ...rest, errors: inStep(scene, step, rest.errors) })
}

const warned = (form: string, { ids, warnings }: Made): RecordWarnings[] =>
  warnings.flatMap((own, position) => {
    const id = ids[position]
    return own.length === 0 || id === undefined ? [] : [{ form, id, warnings: own }]
  })

async function updateSource(
  tx: Connection,
  scene: Scene,
  { form, conversion, writing, data, locked }: ConversionSource,
  cause: Cause,
): Promise<Outcome<object>> {
  const { id } = locked.stored.system
  const values = updatedValues(writing, conversion, data)
  if (Object.keys(values).length > 0)
    return changeRecord(tx, scene, form.key, id, { values }, cause, { privileged: true, kind: 'convert' })
  await insertEvents(tx, scene.workspace.schema, [eventOf(scene, form.key, id, 'convert', cause, {})])
  return { ok: true }
}

/**
 * Makes everything a conversion names, linked, and marks the source, in the caller's transaction; each new record is
 * checked as the actor's own. When it refuses, the transaction must be undone.
 */
export async function convertRecord(
  tx: Connection,
  scene: Scene,
  formKey: string,
  id: string,
  conversionKey: string,
  request: ConversionRequest,
): Promise<Converted> {
  const wrong = versionProblem(request.version)
  if (wrong !== undefined) return { ok: false, problem: wrong }
  const found = await conversionSource(tx, scene, formKey, id, conversionKey)
  if (!found.ok) return found
  const { source } = found
  const { stored, mayUpdate } = source.locked
  if (request.version !== stored.system.version)
    return staleProblem(tx, scene, source.form, stored, Number(request.version))
  if (stored.system.locked_by !== null) return refused('locked')
  if (source.conversion.updates !== undefined && !mayUpdate) return refused('not-allowed')
  const cause: Cause = { type: 'conversion', id: `${formKey}.${conversionKey}.${id}` }
  const created: Record<string, readonly string[]> = {}
  const warnings: RecordWarnings[] = []
  for (const step of source.conversion.creates) {
    if (!conditionHolds(source.writing, step.when, source.data)) continue
    const made = await makeStep(tx, scene, source, step, request, cause)
    if (!made.ok) return made
    created[step.key] = made.ids
    warnings.push(...warned(step.form, made))
    source.data['$created'] = {
      ...(source.data['$created'] as object),
      [step.key]: { id: made.ids[0] ?? null },
    }
  }
  const updated = await updateSource(tx, scene, source, cause)
  if (!updated.ok) return updated
  const opened = source.conversion.creates.find((step) => step.key === source.conversion.open)
  const first = opened === undefined ? undefined : created[opened.key]?.[0]
  const record = await answerOf(tx, scene, formKey, stored.system)
  return {
    ok: true,
    created,
    open: opened === undefined || first === undefined ? null : { form: opened.form, id: first },
    record,
    warnings,
  }
}
