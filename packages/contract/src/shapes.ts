import type { Expression, LocalizedText } from '@pipewright/schemas'
import { Type, type Static, type TProperties } from 'typebox'

/** An object that refuses keys it does not know. */
export const closed = <const P extends TProperties>(properties: P) =>
  Type.Object(properties, { additionalProperties: false })

export const Key = Type.String({
  pattern: '^[a-z][a-z0-9_]{0,47}$',
  description: 'Key of a document or field.',
})
export const Path = Type.String({
  pattern: '^[a-z][a-z0-9_]{0,47}(\\.[a-z][a-z0-9_]{0,47}){0,3}$',
  description: 'Field path: "amount", "account.industry", "items.quantity".',
})
export const Id = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
  description: 'UUID.',
})
export const Instant = Type.String({ description: 'RFC 3339 instant in UTC, milliseconds.' })
export const Locale = Type.Union([Type.Literal('en'), Type.Literal('zh')])
export const Zone = Type.String({ maxLength: 64, description: 'IANA time zone.' })
export const Text = Type.Unsafe<LocalizedText>(
  closed({
    en: Type.Optional(Type.String({ maxLength: 2000 })),
    zh: Type.Optional(Type.String({ maxLength: 2000 })),
  }),
)
/** JSON Logic; its depth, size and operators are checked by `@pipewright/logic`, not by this shape. */
export const Condition = Type.Unsafe<Expression>({ description: 'JSON Logic expression.' })
/** One value as it travels: see the value table of ARCHITECTURE.md. */
export const Value = Type.Unsafe<JsonValue>({ description: 'Value of a field.' })
export const Values = Type.Record(Type.String({ pattern: '^[a-z][a-z0-9_]{0,47}$' }), Value, {
  additionalProperties: false,
  description: 'Value per field key. Decimals are strings, dates YYYY-MM-DD, relations and members ids.',
})

/** Values of an answer: also fields seen through a relation, such as "account.industry". */
export const ShownValues = Type.Record(
  Type.String({ pattern: '^[a-z][a-z0-9_]{0,47}(\\.[a-z][a-z0-9_]{0,47}){0,3}$' }),
  Value,
  { additionalProperties: false, description: 'Value per field path.' },
)

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue }
export type Values = Static<typeof Values>
export type Locale = Static<typeof Locale>

export const SortKey = closed({
  field: Path,
  direction: Type.Union([Type.Literal('asc'), Type.Literal('desc')]),
})
export type SortKey = Static<typeof SortKey>

export const WorkspaceParams = closed({ workspace: Type.String({ pattern: '^[a-z][a-z0-9_]{0,40}$' }) })
export const FormParams = closed({ ...WorkspaceParams.properties, form: Key })
export const RecordParams = closed({ ...FormParams.properties, id: Id })
export const ItemParams = closed({ ...WorkspaceParams.properties, id: Id })
