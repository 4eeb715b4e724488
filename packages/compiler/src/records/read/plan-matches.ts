import { joinSql, param, sql, type SqlFragment } from '@pipewright/logic'
import { mayReadField } from '../../rights/readable.ts'
import { checkValue } from '../values/index.ts'
import { gramsOf } from '../grams.ts'
import { columnSql } from '../sql/column-sql.ts'
import { columnOfAlias } from '../sql/sql-scene.ts'
import { ownTitleSql } from '../sql/title-sql.ts'
import { matchKey, matchKind, suffixPattern, type MatchKind } from './match-value.ts'
import { notFound, readForm, type FormReading, type Planned, type ReadScene } from './read-scene.ts'
import { fromForm } from './record-select.ts'
import { whereSql } from './where.ts'

const mostMatches = 10

/** The stored value as it is compared; the twin of `matchKey`. */
function comparedSql(kind: MatchKind, column: SqlFragment): SqlFragment {
  const folded = sql`lower(normalize(${column}, NFKC))`
  if (kind === 'digits') return sql`regexp_replace(${column}, '\\D', '', 'g')`
  if (kind !== 'name') return sql`btrim(${folded})`
  const bare = sql`coalesce(nullif(regexp_replace(btrim(${folded}), ${param(suffixPattern, 'text')}, ''), ''), btrim(${folded}))`
  return sql`regexp_replace(${bare}, '[\\s[:punct:]（）【】《》“”‘’、，。·—－]+', '', 'g')`
}

function matchSql(reading: FormReading, key: string, value: unknown): SqlFragment | undefined {
  const field = reading.form.fields.get(key)
  if (field === undefined || !mayReadField(reading.rights, key) || typeof value !== 'string') return undefined
  const kind = matchKind(field)
  const checked = checkValue(field, value, { pointer: '' })
  const wanted = kind && matchKey(kind, String((checked.ok ? checked.value : null) ?? value))
  const column = columnSql(reading.sql, reading.base, reading.form.place, [key])
  const where = whereSql(reading, {})
  if (kind === undefined || wanted === undefined || column === undefined || !where.ok) return undefined
  const { base } = reading
  // The grams of the search narrow by index; only letters and digits survive every spelling.
  const grams = kind === 'name' && reading.form.searchFields.includes(field) ? gramsOf([...wanted]) : []
  const narrow =
    grams.length === 0 ? sql`` : sql` and ${columnOfAlias(base, '_grams')} @> ${param(grams, 'text', true)}`
  const title = ownTitleSql(reading.sql, base, reading.form.key)
  return sql`(select ${columnOfAlias(base, 'id')} as id, ${title} as title, ${param(key, 'text')} as field, (${column.sql})::text as value from ${fromForm(reading)} where ${where.sql}${narrow} and ${comparedSql(kind, column.sql)} = ${param(wanted, 'text')} limit ${param(mostMatches, 'int')})`
}

/** Records that may be the same thing as what is being typed: `id`, `title`, `field`, `value`. Only what may be seen. */
export function planMatches(
  scene: ReadScene,
  formKey: string,
  values: Readonly<Record<string, unknown>>,
  fields?: readonly string[],
): Planned<{ readonly statement: SqlFragment | undefined }> {
  const reading = readForm(scene, formKey)
  if (reading === undefined) return notFound
  const keys = fields ?? reading.form.form.matchFields ?? []
  const selects = keys.flatMap((key) => matchSql(reading, key, values[key]) ?? [])
  return { ok: true, statement: selects.length === 0 ? undefined : joinSql(selects, sql` union all `) }
}
