import { mayReadField, readableForm } from '@pipewright/compiler'
import { listsOf } from '../around/lists-of.ts'
import type { Site } from '../around/around-record.ts'
import type { Connection } from '../connection/connection.ts'
import { getRecord } from '../records/get-record.ts'
import { queryRecords, type PageRequest } from '../records/query-records.ts'
import type { Scene } from '../records/scene.ts'

/** An address in a field of a record, as far as whoever asks may read it. */
export interface KnownAddress {
  readonly address: string
  readonly form: string
  readonly field: string
  readonly record: string
  readonly title: string
}

/** So many records of each related list are looked at. */
const mostOfList = 50
const mostKnown = 100

/** Fields of a form that hold an address, in their order. */
export function addressFields(scene: Scene, form: string): string[] {
  const rights = readableForm(scene.rights, form)
  const fields = scene.app.index.form(form)?.fields ?? []
  if (rights === undefined) return []
  return fields.filter(({ type, key }) => type === 'email' && mayReadField(rights, key)).map(({ key }) => key)
}

interface Found {
  readonly id: string
  readonly title: string
  readonly values: Readonly<Record<string, unknown>>
}

const addressesIn = (form: string, fields: readonly string[], { id, title, values }: Found): KnownAddress[] =>
  fields.flatMap((field) => {
    const address = values[field]
    return typeof address === 'string' && address !== '' ? [{ address, form, field, record: id, title }] : []
  })

const idsIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((each): each is string => typeof each === 'string')

const isRef = (value: unknown): value is { readonly form: string; readonly id: string } =>
  typeof value === 'object' &&
  value !== null &&
  'form' in value &&
  typeof value.form === 'string' &&
  'id' in value

/** Records that a record names, by form. */
function namedBy(scene: Scene, form: string, values: Found['values']): Map<string, string[]> {
  const named = new Map<string, string[]>()
  const add = (of: string, ids: readonly string[]) => named.set(of, [...(named.get(of) ?? []), ...ids])
  for (const field of scene.app.index.form(form)?.fields ?? []) {
    const value = values[field.key]
    if (field.type === 'relation' || field.type === 'relations') add(field.form, idsIn(value))
    if (field.type === 'anyRelation' && isRef(value)) add(value.form, [value.id])
  }
  return named
}

async function addressesOf(
  connection: Connection,
  scene: Scene,
  form: string,
  chosen: Pick<PageRequest, 'ids' | 'filter'>,
): Promise<KnownAddress[]> {
  const fields = addressFields(scene, form)
  if (fields.length === 0) return []
  const page = await queryRecords(connection, scene, form, { ...chosen, columns: fields, limit: mostOfList })
  return page.ok ? page.rows.flatMap((row) => addressesIn(form, fields, row)) : []
}

/** Addresses of a record, of those it names and of those in its related lists: what the actor may read, each once. */
export async function knownAddresses(
  connection: Connection,
  scene: Scene,
  { form, record }: Site,
): Promise<KnownAddress[]> {
  const own = await getRecord(connection, scene, form, record)
  if (!own.ok) return []
  const found = addressesIn(form, addressFields(scene, form), own.record)
  for (const [of, ids] of namedBy(scene, form, own.record.values))
    if (ids.length > 0)
      found.push(...(await addressesOf(connection, scene, of, { ids: ids.slice(0, mostOfList) })))
  for (const { form: of, field } of listsOf(scene, form)) {
    const rights = readableForm(scene.rights, of)
    if (rights === undefined || !mayReadField(rights, field.split('.')[0] ?? '')) continue
    const isMany = scene.app.index.field(of, field)?.field.type === 'relations'
    const filter = isMany ? { hasAny: [{ var: field }, [record]] } : { eq: [{ var: field }, record] }
    found.push(...(await addressesOf(connection, scene, of, { filter })))
  }
  const once = new Map<string, KnownAddress>()
  for (const one of found) if (!once.has(one.address.toLowerCase())) once.set(one.address.toLowerCase(), one)
  return [...once.values()].slice(0, mostKnown)
}
