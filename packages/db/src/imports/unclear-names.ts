import { readNamedRef, readRef, type RecordAnswer } from '@pipewright/compiler'
import type { Field } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { queryRecords } from '../records/query-records.ts'
import type { Scene } from '../records/scene.ts'
import { anyMatcher } from './any-finder.ts'
import { matchFieldOf, recordMatcher, type Matcher } from './finders.ts'
import type { ImportJob } from './import-job.ts'
import { readNotFound, type NotFound } from './import-store.ts'
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
  const { layout, titleField = '', searchFields = [], matchFields = [], fields = [] } = described ?? {}
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
  const match = await recordMatcher(connection, scene, form, matchFieldOf(scene, field, mapping), texts)
  return (text) => match(text).map((id) => `${form}:${id}`)
}

/** Where a missing record can be made by this name alone. */
function makeable(scene: Scene, { field, mapping }: MappedColumn, text: string) {
  if (field.type === 'anyRelation') {
    const { form, title } = readNamedRef(text, scene.app.index.options(field))
    return { title, forms: form === undefined ? field.targets.map((target) => target.form) : [form] }
  }
  if (field.type !== 'relation' && field.type !== 'relations') return { title: text, forms: [] }
  const isTitle = matchFieldOf(scene, field, mapping) === scene.app.index.form(field.form)?.titleField
  return { title: text, forms: isTitle ? [field.form] : [] }
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

/**
 * The names of an import that no record has or several, with the records between which the reader may choose. At most so
 * many at once; the others come once these are settled.
 */
export async function unclearNames(
  connection: Connection,
  scene: Scene,
  job: ImportJob,
): Promise<readonly UnclearName[]> {
  const columns = mappedColumns(scene, job.form, job.columns, job.mapping).filter(({ field }) =>
    isRecordField(field),
  )
  const keys = columns.map(({ field }) => field.key)
  if (keys.length === 0) return []
  const names = await readNotFound(connection, scene.workspace, job.id, keys, mostNames)
  const refs = new Map<NotFound, readonly string[]>()
  for (const column of columns) {
    const own = names.filter(({ field, code }) => field === column.field.key && code === 'matched-many')
    const texts = own.map(({ text }) => text)
    const match = texts.length === 0 ? undefined : await matcherOf(connection, scene, column, texts)
    for (const name of own) refs.set(name, match?.(name.text).slice(0, mostRecords) ?? [])
  }
  const records = await readRecords(connection, scene, [...refs.values()].flat())
  return names.flatMap((name): UnclearName[] => {
    const column = columns.find(({ field }) => field.key === name.field)
    if (column === undefined) return []
    const { field, text, rows } = name
    const own = (refs.get(name) ?? []).flatMap((ref) => records.get(ref) ?? [])
    // Settled meanwhile: nothing to choose any more, and nothing missing either.
    if (name.code === 'matched-many' && own.length === 0) return []
    return [
      { field, text, rows, column: column.mapping.column, records: own, ...makeable(scene, column, text) },
    ]
  })
}
