import { isStored, tableOf, type UniqueSite } from '@pipewright/compiler'
import type { AppDefinition, LocalizedText } from '@pipewright/schemas'
import type { Statement } from '../connection/connection.ts'
import { quoteIdent, quoteTable } from '../connection/quote-ident.ts'
import { comparedSql, heldSql } from './index-sql.ts'

interface Site {
  readonly schema: string
  readonly before: AppDefinition
  readonly form: string
}

const mostExamples = 4

/** The records that a unique index would compare, with what it compares. */
function compared({ schema, form }: Site, { index }: UniqueSite, more: string): string {
  const held = heldSql(index).replace(/^ where /, '')
  const filled = index.keys.map(({ column }) => `${quoteIdent(column)} is not null`)
  const keys = index.keys.map(comparedSql).join(', ')
  return `select ${more} count(*) over (partition by ${keys}) as size, row(${keys})::text as keys
    from ${quoteTable(schema, tableOf(form))} where ${[held, ...filled].join(' and ')}`
}

/** What to count, and the titles of some, to know which records have what must not occur twice. */
export function duplicateRows(
  site: Site,
  unique: UniqueSite,
): { count: Statement; examples: Statement } | undefined {
  const form = site.before.forms.find(({ key }) => key === site.form)
  const had = new Set(form?.fields.map(({ key }) => key))
  const named = [...unique.fields.map(({ key }) => key), ...Object.keys(unique.index.condition?.types ?? {})]
  // No record holds a value in a column that is yet to come.
  if (form === undefined || !named.every((key) => had.has(key))) return undefined
  const field = form.fields.find(({ key }) => key === form.titleField)
  const isTitled = field !== undefined && isStored(site.before, { form: form.key }, field)
  const title = quoteIdent(isTitled ? field.key : 'id')
  const count = `select count(*) as count from (${compared(site, unique, '')}) as d where d.size > 1`
  const examples = `select d.id, d.title from (${compared(site, unique, `id, ${title}::text as title,`)}) as d where d.size > 1 order by d.keys limit ${mostExamples}`
  return { count: { text: count, values: [] }, examples: { text: examples, values: [] } }
}

/** What people call the fields of something that must not occur twice. */
export const uniqueLabel = ({ fields }: UniqueSite): LocalizedText => {
  const [first] = fields
  if (fields.length === 1 && first !== undefined) return first.label
  const inLanguage = (locale: 'en' | 'zh', joint: string) =>
    fields.map(({ label, key }) => label[locale] ?? label.en ?? label.zh ?? key).join(joint)
  return { en: inLanguage('en', ' + '), zh: inLanguage('zh', '＋') }
}
