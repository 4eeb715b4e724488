import { fieldsAt, indexDefinition, rowTablesIn } from '@pipewright/metadata'
import type { AppDefinition, Edit, Field, Form, FormRight } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { getDraft, type DraftResult, type DraftTurn, type EditRefused } from '../drafts/draft.ts'
import { saveEdits } from '../drafts/edit-draft.ts'
import { loadRevision } from '../revisions/revisions.ts'
import { keptItems, type KeptItem, type KeptName } from './kept-items.ts'

export interface RestoreTurn extends DraftTurn, KeptName {
  /** Whether roles get the rights back that they had. */
  readonly rights: boolean
}

type Refused = EditRefused | { readonly ok: false; readonly problem: 'not-found' | 'draft-stale' }

const holds = (list: readonly string[], path: string): boolean => list.includes(path)

function rolesThat(
  { now, earlier }: { readonly now: AppDefinition; readonly earlier: AppDefinition },
  form: string,
  may: (right: FormRight) => boolean,
): string[] {
  const have = new Set(
    now.roles.filter(({ forms }) => forms.some((right) => right.form === form)).map(({ key }) => key),
  )
  return earlier.roles
    .filter(({ key, forms }) => have.has(key) && forms.some((right) => right.form === form && may(right)))
    .map(({ key }) => key)
}

interface Scene {
  readonly now: AppDefinition
  readonly earlier: AppDefinition
  readonly rights: boolean
}

function fieldEdits(scene: Scene, { place, path, field }: KeptItem & { readonly field: Field }): Edit[] {
  const { form, lineItems } = place
  const inForm = path.slice(form.length + 1)
  const who = (list: 'write' | 'read') =>
    scene.rights ? rolesThat(scene, form, (right) => holds(right[list], inForm)) : []
  const [write, read] = [who('write'), who('read')]
  const added = { type: 'addField', form, field, write, read } as const
  const unretire: Edit = { type: 'restore', unretire: [path] }
  const target = scene.now.forms.find(({ key }) => key === form)
  if (lineItems !== undefined) {
    return [unretire, { ...added, lineItems, index: fieldsAt(target, lineItems).length }]
  }
  const sections = target?.layout.sections ?? []
  const old = scene.earlier.forms.find(({ key }) => key === form)?.layout.sections ?? []
  const home = old.find(({ items }) => items.some((item) => 'field' in item && item.field === field.key))?.key
  const section = sections.find(({ key }) => key === home) ?? sections.at(-1)
  return [
    unretire,
    { ...added, index: section?.items.length ?? 0, ...(section !== undefined && { section: section.key }) },
  ]
}

function formEdits({ now, earlier, rights }: Scene, form: Form): Edit[] {
  const own = rowTablesIn(form.fields).map((path) => `${form.key}.${path}`)
  const roles = new Set(now.roles.map(({ key }) => key))
  const given = earlier.roles
    .filter(({ key }) => rights && roles.has(key))
    .flatMap(({ key: role, forms }) =>
      forms.filter((right) => right.form === form.key).map((right) => ({ role, right })),
    )
  const unretire = [form.key, ...own].filter((path) => now.retired.includes(path))
  return [
    { type: 'restore', unretire },
    { type: 'addForm', form, rights: given },
  ]
}

/** The type that a field had; or, where it still has it, the forms that it named. */
function valueEdit({ now }: Scene, { place }: KeptItem, field: Field): Edit {
  const current = indexDefinition(now)
    .fieldsOf(place.form, place.lineItems)
    .find(({ key }) => key === field.key)
  if (current?.type !== 'anyRelation' || field.type !== 'anyRelation')
    return { type: 'changeFieldType', ...place, field }
  const named = new Set(current.targets.map(({ form }) => form))
  const targets = [...current.targets, ...field.targets.filter(({ form }) => !named.has(form))]
  return { type: 'setField', ...place, field: { ...current, targets } }
}

function editsFor(scene: Scene, item: KeptItem): Edit[] | undefined {
  const { field, kind } = item
  if (kind === 'form') {
    const form = scene.earlier.forms.find(({ key }) => key === item.path)
    return form && formEdits(scene, form)
  }
  if (field === undefined) return undefined
  if (kind === 'values') return [valueEdit(scene, item, field)]
  return fieldEdits(scene, { ...item, field })
}

/**
 * Puts a removed form or field, or the type a field had, into a draft; once that is published the values are back. One
 * step of undo, and what does not fit any more is named.
 */
export async function restoreKept(
  connection: Connection,
  workspace: WorkspaceRef,
  turn: RestoreTurn,
): Promise<DraftResult<Refused>> {
  const { path, revision, rights, ...own } = turn
  const items = await keptItems(connection, workspace)
  const item = items.find((one) => one.path === path && one.revision === revision && one.kind !== 'links')
  const earlier = await loadRevision(connection, workspace, revision - 1)
  if (item === undefined || earlier === undefined) return { ok: false, problem: 'not-found' }
  const draft = await getDraft(connection, workspace, own.member)
  if (draft.base < draft.published) return { ok: false, problem: 'draft-stale' }
  const edits = editsFor({ now: draft.definition, earlier: earlier.definition, rights }, item)
  if (edits === undefined) return { ok: false, problem: 'not-found' }
  return saveEdits(connection, workspace, { ...own, edits })
}
