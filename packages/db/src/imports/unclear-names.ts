import { readNamedRef, readRef, type RecordAnswer } from '@pipewright/compiler'
import { matchRuleFields, matchRulesOf, peopleFormOf } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { queryRecords } from '../records/query-records.ts'
import type { Scene } from '../records/scene.ts'
import { anyMatcher } from './any-finder.ts'
import { matchFieldOf, recordMatcher, type Matcher } from './finders.ts'
import type { ImportJob } from './import-job.ts'
import { readNotFound, type NotFound } from './import-store.ts'
import { titleNamed } from './missing-records.ts'
import { peopleMatcher, readPeople, type NamedPerson } from './people.ts'
import { mappedColumns, type MappedColumn } from './read-file-rows.ts'

/** A name that the person has to say more about. */
export interface UnclearName extends Omit<NotFound, 'code'> {
  readonly column: number
  /** The name without that of a form before it. */
  readonly title: string
  /** Forms whose record may be meant; those in which a missing one can be made under this name. */
  readonly forms: readonly string[]
  /** What it may mean, as far as the reader may see; none where there is no such record. */
  readonly records: readonly { readonly form: string; readonly record: RecordAnswer }[]
  /** Members or departments that it may mean. */
  readonly people: readonly NamedPerson[]
}

const mostNames = 100
const mostRecords = 20
const mostFacts = 3
const lengthy = new Set<Field['type']>(['lineItems', 'attachment', 'longText', 'richText'])

const isRecordField = ({ type }: Field): boolean =>
  type === 'relation' || type === 'relations' || type === 'anyRelation'

/** A few fields of the form that tell its records apart and that the reader may read. */
function factsOf({ app, rights }: Scene, form: string): string[] {
  const described = app.index.form(form)
  const readable = rights.forms[form]?.fields ?? {}
  const { layout, titleField = '', searchFields = [], fields = [] } = described ?? {}
  const matchFields = described === undefined ? [] : matchRulesOf(described).flatMap(matchRuleFields)
  const keys = [
    ...new Set([
      ...(layout?.keyFacts ?? []),
      ...matchFields,
      ...searchFields,
      ...fields.map(({ key }) => key),
    ]),
  ]
  return keys
    .filter((key) => {
      const field = app.form(form)?.fields.get(key)
      return (
        field !== undefined && key !== titleField && Object.hasOwn(readable, key) && !lengthy.has(field.type)
      )
    })
    .slice(0, mostFacts)
}

/** Answers what a name may mean, always with the form: `account:0193…`. */
async function matcherOf(
  connection: Connection,
  scene: Scene,
  { field, mapping }: MappedColumn,
  texts: readonly string[],
): Promise<Matcher> {
  if (field.type === 'anyRelation') return anyMatcher(connection, scene, field, texts)
  if (field.type !== 'relation' && field.type !== 'relations') return () => []
  const { form } = field
  const matchBy = matchFieldOf(scene, field, mapping)
  const match = await recordMatcher(connection, scene, { form, matchBy }, texts)
  return (text) => match(text).map((id) => `${form}:${id}`)
}

/** Where a missing record can be made by this name alone. */
function makeable(scene: Scene, { field, mapping }: MappedColumn, text: string) {
  const title = titleNamed(scene, field, text)
  if (field.type === 'anyRelation') {
    const { form } = readNamedRef(text, scene.app.index.options(field))
    return { title, forms: form === undefined ? field.targets.map((target) => target.form) : [form] }
  }
  if (field.type !== 'relation' && field.type !== 'relations') return { title, forms: [] }
  const isTitle = matchFieldOf(scene, field, mapping) === scene.app.index.form(field.form)?.titleField
  return { title, forms: isTitle ? [field.form] : [] }
}

/** Records with what tells them apart: one statement for each form. */
async function readRecords(
  connection: Connection,
  scene: Scene,
  refs: readonly string[],
): Promise<Map<string, UnclearName['records'][number]>> {
  const found = new Map<string, UnclearName['records'][number]>()
  const named = refs.flatMap((text) => readRef(text) ?? [])
  for (const [form, own] of Map.groupBy(named, (ref) => ref.form)) {
    const ids = [...new Set(own.map(({ id }) => id))].slice(0, 500)
    const request = { filter: { in: [{ var: 'id' }, ids] }, columns: factsOf(scene, form), limit: 500 }
    const page = await queryRecords(connection, scene, form, request)
    if (page.ok) for (const record of page.rows) found.set(`${form}:${record.id}`, { form, record })
  }
  return found
}

/** Which records a name in a column may mean, as far as the reader may see them. */
async function recordsMeant(
  connection: Connection,
  scene: Scene,
  columns: readonly MappedColumn[],
  names: readonly NotFound[],
): Promise<(name: NotFound) => UnclearName['records']> {
  const refs = new Map<NotFound, readonly string[]>()
  for (const column of columns) {
    const own = names.filter(({ field, code }) => field === column.field.key && code === 'matched-many')
    const texts = own.map(({ text }) => text)
    const match = texts.length === 0 ? undefined : await matcherOf(connection, scene, column, texts)
    for (const name of own) refs.set(name, match?.(name.text).slice(0, mostRecords) ?? [])
  }
  const records = await readRecords(connection, scene, [...refs.values()].flat())
  return (name) => (refs.get(name) ?? []).flatMap((ref) => records.get(ref) ?? [])
}

/** Which members or departments a name in a column may mean. */
async function peopleMeant(
  connection: Connection,
  { workspace }: Scene,
  columns: readonly MappedColumn[],
  names: readonly NotFound[],
): Promise<(name: NotFound) => readonly NamedPerson[]> {
  const meant = new Map<NotFound, readonly NamedPerson[]>()
  for (const { field } of columns) {
    const form = peopleFormOf(field)
    const own = names.filter((name) => name.field === field.key)
    if (form === undefined || own.length === 0) continue
    const people = await readPeople(connection, workspace, form)
    const match = peopleMatcher(people)
    for (const name of own) {
      const ids = new Set(match(name.text))
      meant.set(name, people.filter(({ id }) => ids.has(id)).slice(0, mostRecords))
    }
  }
  return (name) => meant.get(name) ?? []
}

/**
 * The names of an import that no record has or several, with the records, members or departments between which the reader
 * may choose. At most so many at once; the others come once these are settled.
 */
export async function unclearNames(
  connection: Connection,
  scene: Scene,
  job: ImportJob,
): Promise<readonly UnclearName[]> {
  const columns = mappedColumns(scene, job.form, job.columns, job.mapping)
  const keysOf = (some: readonly MappedColumn[]) => some.map(({ field }) => field.key)
  const [ofRecords, ofPeople] = [
    columns.filter(({ field }) => isRecordField(field)),
    columns.filter(({ field }) => peopleFormOf(field) !== undefined),
  ]
  if (ofRecords.length + ofPeople.length === 0) return []
  const keys = { fields: keysOf(ofRecords), several: keysOf(ofPeople) }
  const names = await readNotFound(connection, scene.workspace, job.id, keys, mostNames)
  const records = await recordsMeant(connection, scene, ofRecords, names)
  const people = await peopleMeant(connection, scene, ofPeople, names)
  return names.flatMap((name): UnclearName[] => {
    const column = columns.find(({ field }) => field.key === name.field)
    if (column === undefined) return []
    const { field, text, rows } = name
    const own = { records: records(name), people: people(name) }
    // Settled meanwhile: nothing to choose any more, and nothing missing either.
    if (name.code === 'matched-many' && own.records.length + own.people.length === 0) return []
    return [{ field, text, rows, column: column.mapping.column, ...own, ...makeable(scene, column, text) }]
  })
}
