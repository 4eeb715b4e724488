import { holdsRichText } from '../semantics/plain-of-rich.ts'
import type { ValueType } from '../value-type.ts'
import { sql } from './fragment.ts'
import type { SqlFragment } from './fragment.ts'

const plainOf = (html: SqlFragment): SqlFragment =>
  sql`nullif(btrim(replace(replace(replace(regexp_replace(regexp_replace(${html}, '<(br|hr|/p|/h[1-6]|/pre)>', e'\\n', 'g'), '<[^>]*>', '', 'g'), '&lt;', '<'), '&gt;', '>'), '&amp;', '&'), e'\\n'), '')`

/** A column as expressions see it: of rich text, its plain text. */
export const plainSql = (column: { readonly sql: SqlFragment; readonly type: ValueType }): SqlFragment =>
  holdsRichText(column.type) ? plainOf(column.sql) : column.sql

/** The same for a `select` of one column. */
export const plainRows = (type: ValueType, rows: SqlFragment): SqlFragment =>
  holdsRichText(type) ? sql`select ${plainOf(sql`r.v`)} from (${rows}) as r(v)` : rows
