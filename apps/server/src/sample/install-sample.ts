import { compileApp, type Actor, type CompiledForm } from '@pipewright/compiler'
import { changeRecord, createRecords, type Connection, type Scene, type WorkspaceRef } from '@pipewright/db'
import type { AppDefinition } from '@pipewright/schemas'
import type { ReadTemplate } from '../templates/read-template.ts'
import type { SampleIds } from './cell-value.ts'
import { formOrder } from './form-order.ts'
import { readSample } from './read-sample.ts'
import { installPeople } from './sample-people.ts'
import { sampleRecords, type SampleRecord } from './sample-records.ts'
import { dayIn } from './zone-time.ts'

export interface SampleRequest {
  readonly workspace: WorkspaceRef
  readonly definition: AppDefinition
  readonly template: ReadTemplate
  readonly locale: 'en' | 'zh'
  readonly zone: string
  readonly now: string
  readonly newId: () => string
  /** Member who installs it. */
  readonly admin: string
}

const cause = { type: 'template' } as const
const privileged = { privileged: true } as const

function sampleIds(members: ReadonlyMap<string, string>, { admin, newId }: SampleRequest): SampleIds {
  const records = new Map<string, string>()
  return {
    member: (key) => members.get(key) ?? admin,
    record(form, name) {
      const known = records.get(`${form} ${name}`) ?? newId()
      records.set(`${form} ${name}`, known)
      return known
    },
  }
}

function sceneOf({ workspace, definition, locale, zone, now, newId, admin }: SampleRequest): Scene {
  const app = compileApp(definition, 1)
  const actor: Actor = {
    memberId: admin,
    departmentId: null,
    departmentTree: [],
    team: [],
    roles: [],
    admin: true,
    zone,
    locale,
  }
  return { workspace, app, actor, rights: app.rights(actor), now, newId }
}

/** What a record says of records that are made later, or in the same batch, has to wait. */
interface Waiting {
  readonly form: string
  readonly id: string
  readonly values: Record<string, string>
}

function split(
  form: CompiledForm,
  record: SampleRecord,
  made: ReadonlySet<string>,
): { now: SampleRecord; later: Waiting } {
  const later: Record<string, string> = {}
  const values = { ...record.values }
  for (const field of form.fields.values()) {
    const value = values[field.key]
    if (field.type !== 'relation' || typeof value !== 'string' || made.has(value)) continue
    later[field.key] = value
    delete values[field.key]
  }
  return { now: { ...record, values }, later: { form: form.key, id: record.id, values: later } }
}

/** Auto numbers tell the year or month, so what is numbered by it is made as if in that time. */
function batchesOf(scene: Scene, form: CompiledForm, records: readonly SampleRecord[]): SampleRecord[][] {
  if (form.autoNumbers.length === 0) return [[...records]]
  const letters = form.autoNumbers.some(({ period }) => period === 'month')
    ? 'YYYY-MM'.length
    : form.autoNumbers.some(({ period }) => period === 'year')
      ? 'YYYY'.length
      : 0
  const batches = Map.groupBy(records, ({ createdAt }) =>
    dayIn(scene.actor.zone, createdAt).slice(0, letters),
  )
  return [...batches.values()]
}

async function createForm(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  records: readonly SampleRecord[],
  made: Set<string>,
): Promise<Waiting[]> {
  const parts = records.map((record) => split(form, record, made))
  const batches = batchesOf(
    scene,
    form,
    parts.map((part) => part.now),
  )
  for (const batch of batches) {
    const now = (form.autoNumbers.length > 0 ? batch.at(-1)?.createdAt : undefined) ?? scene.now
    const inputs = batch.map(({ createdAt: at, ...record }) => ({
      ...record,
      made: { at, by: record.owner },
    }))
    const created = await createRecords(tx, { ...scene, now }, form.key, inputs, cause, privileged)
    if (!created.ok) {
      const [first] = created.refused
      throw new Error(
        `The sample's ${form.key} ${first?.index} is refused: ${JSON.stringify(first?.problem)}`,
      )
    }
  }
  for (const { id } of records) made.add(id)
  return parts.map((part) => part.later).filter(({ values }) => Object.keys(values).length > 0)
}

async function completeLater(tx: Connection, scene: Scene, waiting: readonly Waiting[]): Promise<void> {
  for (const { form, id, values } of waiting) {
    const updated = await changeRecord(tx, scene, form, id, { values }, cause, privileged)
    if (!updated.ok) throw new Error(`The sample's ${form} cannot refer to ${JSON.stringify(values)}`)
  }
}

/**
 * Fills a new workspace with the sample of its template, through the one write path, with dates around today. Runs in
 * the transaction that makes the workspace.
 */
export async function installSample(tx: Connection, request: SampleRequest): Promise<void> {
  const { workspace, definition, template, locale, zone, now, newId } = request
  const files = await readSample(template.folder, locale)
  const people = await installPeople(tx, { workspace, files, now, newId })
  const scene = sceneOf(request)
  const context = { files, ids: sampleIds(people.members, request), moment: { now, zone } }
  const made = new Set<string>()
  const waiting: Waiting[] = []
  for (const { key } of formOrder(definition)) {
    const form = scene.app.form(key)
    if (form === undefined || !files.has(key)) continue
    const records = sampleRecords(form.form, context)
    waiting.push(...(await createForm(tx, scene, form, records, made)))
  }
  await completeLater(tx, scene, waiting)
}
