import { formatValue, type FormatPlace, type RecordAnswer } from '@pipewright/compiler'
import { fieldsInText, localize, splitPlaceholders, systemFields, type Locale } from '@pipewright/metadata'
import type { Connection } from '../connection/connection.ts'
import { queryRecords } from '../records/query-records.ts'
import type { Scene } from '../records/scene.ts'
import type { StoredNotification } from './list-notifications.ts'
import { valueWords } from './texts/notification-texts.ts'

/** What a builder wrote, with places for values of the record; what members write is taken as it stands. */
function wordsOf({ kind, record, params: { text } }: StoredNotification, locale: Locale): string | null {
  if (kind !== 'reminder' || record === null || text === undefined || typeof text === 'string') return null
  return localize(text, locale)
}

/** Those of the fields that the reader may read. */
function readable(scene: Scene, form: string, keys: Iterable<string>): string[] {
  const rights = scene.rights.forms[form]?.fields ?? {}
  return [...keys].filter((key) => rights[key] !== undefined || systemFields.has(key))
}

const mostAtOnce = 500

async function recordsOf(
  connection: Connection,
  scene: Scene,
  form: string,
  { ids, keys }: { readonly ids: readonly string[]; readonly keys: readonly string[] },
): Promise<RecordAnswer[]> {
  const records: RecordAnswer[] = []
  for (let from = 0; from < ids.length; from += mostAtOnce) {
    const some = ids.slice(from, from + mostAtOnce)
    const page = await queryRecords(connection, scene, form, { ids: some, columns: keys, limit: mostAtOnce })
    if (page.ok) records.push(...page.rows)
  }
  return records
}

const nothing = '—'

/** The words with the values that the reader may see; of one he may not he learns no more than of an empty one. */
function filled(scene: Scene, form: string, words: string, record: RecordAnswer, locale: Locale): string {
  const fields = scene.app.form(form)?.fields
  const open = new Set(readable(scene, form, fieldsInText(words)))
  const place: FormatPlace = {
    index: scene.app.index,
    locale,
    zone: scene.actor.zone,
    title: (id) => record.titles[id],
    words: valueWords(locale),
  }
  return splitPlaceholders(words)
    .map((part) => {
      if ('text' in part) return part.text
      const field = fields?.get(part.field) ?? systemFields.get(part.field)
      if (field === undefined || !open.has(part.field)) return nothing
      const own = record as unknown as Readonly<Record<string, unknown>>
      return formatValue(field, record.values[part.field] ?? own[part.field], place) || nothing
    })
    .join('')
}

/** The texts of reminders with values of their records in them, by notification: a statement per form, none where none is wanted. */
export async function fillWords(
  connection: Connection,
  scene: Scene,
  stored: readonly StoredNotification[],
  locale: Locale,
): Promise<ReadonlyMap<string, string>> {
  const wanted = stored.flatMap((one) => {
    const words = wordsOf(one, locale)
    const { id, form, record } = one
    if (words === null || form === null || record === null) return []
    return fieldsInText(words).length === 0 ? [] : [{ id, form, record, words }]
  })
  const texts = new Map<string, string>()
  for (const [form, all] of Map.groupBy(wanted, (one) => one.form)) {
    const keys = readable(scene, form, new Set(all.flatMap(({ words }) => fieldsInText(words))))
    const ids = [...new Set(all.map(({ record }) => record))]
    const found = await recordsOf(connection, scene, form, { ids, keys })
    const records = new Map(found.map((record) => [record.id, record]))
    for (const { id, record, words } of all) {
      const answer = records.get(record)
      if (answer !== undefined) texts.set(id, filled(scene, form, words, answer, locale))
    }
  }
  return texts
}
