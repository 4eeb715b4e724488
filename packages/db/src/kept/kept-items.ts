import { tableOf } from '@pipewright/compiler'
import { fieldsAt, partColumnsOf, type Place } from '@pipewright/metadata'
import type { AppDefinition, Field, Form, LocalizedText } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { listParked, type ParkedEntry } from '../publish/parked.ts'
import { loadRevision } from '../revisions/revisions.ts'

/** How long what was removed is kept. */
const keptDays = 30

/** Names what was removed: the key of a form, or the path of a field in it, and the revision that took it out. */
export interface KeptName {
  readonly path: string
  readonly revision: number
}

/**
 * What one removal left behind. `values` are those that a field had as one of another type; `links` are made of values
 * that are still there, so nobody misses them.
 */
export interface KeptItem extends KeptName {
  readonly kind: 'form' | 'field' | 'values' | 'links'
  readonly form: LocalizedText
  readonly place: Place
  /** As it was until then; undefined for a whole form. */
  readonly field: Field | undefined
  readonly at: string
  readonly entries: readonly ParkedEntry[]
}

interface Found {
  readonly place: Place
  readonly field: Field | undefined
}

/** Values that a field had which it cannot have any more: of another type, or of a form it no longer names. */
const isFormer = (column: string): boolean => /^_(?:was_\d+|aside)_/.test(column)

/** The field that a path or one of its columns means. */
function findField(form: Form | undefined, path: readonly string[]): Found {
  const around = path.slice(0, -1).join('.')
  const place = { form: form?.key ?? '', ...(around !== '' && { lineItems: around }) }
  const name = path.at(-1) ?? ''
  const owns = (field: Field) => field.key === name || partColumnsOf([field]).has(name)
  return { place, field: fieldsAt(form, place.lineItems).find(owns) }
}

const pathOf = ({ form, lineItems }: Place, field: string): string =>
  [form, lineItems, field].filter((part) => part !== undefined).join('.')

const fieldAt = (definition: AppDefinition, { form, lineItems }: Place, key: string): Field | undefined => {
  const own = definition.forms.find((one) => one.key === form)
  return findField(own, [...(lineItems?.split('.') ?? []), key]).field
}

interface Scene {
  readonly now: AppDefinition
  /** What was in force before a revision. */
  readonly before: (revision: number) => Promise<AppDefinition | undefined>
  readonly entries: readonly ParkedEntry[]
}

/** The line items (or links) of a table; rows inside rows that went away together with those around them belong to these. */
function wholeOf({ form, revision, table, field = table }: ParkedEntry, entries: Scene['entries']): string[] {
  const path = field.split('.')
  const around = entries.some(
    (one) => one.form === form && one.revision === revision && one.column === '' && one.field === path[0],
  )
  return around ? path.slice(0, 1) : path
}

async function itemOf({ now, before, entries }: Scene, entry: ParkedEntry): Promise<KeptItem> {
  const { form: key, revision, at, column } = entry
  const earlier = (await before(revision))?.forms.find((form) => form.key === key)
  const form = earlier?.label ?? { en: key, zh: key }
  const wasForm = entries.some(
    (one) => one.form === key && one.revision === revision && one.table === tableOf(key) && one.column === '',
  )
  const base = { revision, at, form, entries: [entry] }
  if (column === '' && wasForm)
    return { ...base, kind: 'form', path: key, place: { form: key }, field: undefined }
  const path = column === '' ? wholeOf(entry, entries) : (entry.field ?? '').split('.').slice(1)
  const { place, field } = findField(earlier, path)
  const name = field?.key ?? path.at(-1) ?? column
  const spot = { form: key, ...(place.lineItems !== undefined && { lineItems: place.lineItems }) }
  const stays = fieldAt(now, spot, name)
  const kind = isFormer(column) ? 'values' : column === '' && stays !== undefined ? 'links' : 'field'
  return { ...base, kind, path: pathOf(spot, name), place: spot, field }
}

/** What removals left behind, the oldest first. Columns and tables of one field are one item. */
export async function keptItems(
  connection: Connection,
  workspace: WorkspaceRef,
): Promise<readonly KeptItem[]> {
  const entries = await listParked(connection, workspace)
  const known = new Map<number, AppDefinition | undefined>()
  const before = async (revision: number) => {
    if (!known.has(revision))
      known.set(revision, (await loadRevision(connection, workspace, revision - 1))?.definition)
    return known.get(revision)
  }
  const current = entries.length === 0 ? undefined : await loadRevision(connection, workspace)
  if (current === undefined) return []
  const items = new Map<string, KeptItem>()
  for (const entry of entries) {
    const item = await itemOf({ now: current.definition, before, entries }, entry)
    const id = `${item.revision} ${item.kind} ${item.path}`
    const same = items.get(id)
    items.set(id, same === undefined ? item : { ...same, entries: [...same.entries, entry] })
  }
  return [...items.values()]
}

/** When it is cleared unless somebody restores it. */
export const keptUntil = ({ at }: Pick<KeptItem, 'at'>): string =>
  new Date(Date.parse(at) + keptDays * 24 * 3_600_000).toISOString()
