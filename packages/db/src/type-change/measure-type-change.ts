import { createHash } from 'node:crypto'
import { convertValue, type ChangedType, type ConversionReading, type FieldValue } from '@pipewright/compiler'
import type { AppDefinition } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { allOptionSets, readingFor } from './reading-for.ts'
import { storedValues } from './stored-values.ts'

const mostExamples = 5
const longestExample = 80

/** What would become of the values of a field, without changing anything. */
export interface TypeChangeCount {
  /** Records (or rows) with a value. */
  readonly filled: number
  readonly converts: number
  readonly keeps: number
  /** Some values with what they become. */
  readonly examples: readonly { readonly was: string; readonly becomes: string }[]
  /** Some of those that do not convert. */
  readonly kept: readonly string[]
}

export interface TypeChangeMeasure extends TypeChangeCount {
  readonly reading: ConversionReading
  /** Differs whenever other records or values are kept aside, or the values are read in another way. */
  readonly digest: string
}

const shown = (value: FieldValue): string => {
  const text = Array.isArray(value) ? value.join(', ') : String(value)
  return text.length > longestExample ? `${text.slice(0, longestExample - 1)}…` : text
}

const isEmpty = (value: FieldValue): boolean =>
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

/** Converts every value as publishing would, those of deleted records too, which may be restored, and counts. */
export async function measureTypeChange(
  connection: Connection,
  schema: string,
  changed: ChangedType,
  definitions: { readonly before: AppDefinition; readonly after: AppDefinition },
): Promise<TypeChangeMeasure> {
  const { from, to, form, lineItems } = changed
  const place = lineItems === undefined ? { form } : { form, lineItems }
  const column = { schema, place, column: from.key, live: false }
  const reading = await readingFor(connection, column, allOptionSets(definitions.before, definitions.after))
  const counted = { filled: 0, converts: 0 }
  const examples = new Map<string, string>()
  const kept = new Set<string>()
  const hash = createHash('sha256').update(`${reading.dateOrder} ${reading.decimal}`)
  for await (const rows of storedValues(connection, column))
    for (const { id, value } of rows) {
      if (isEmpty(value)) continue
      counted.filled += 1
      const converted = convertValue(from, to, value, reading)
      const converts = converted.ok && converted.value !== null
      if (converts) counted.converts += 1
      else hash.update(JSON.stringify([id, value]))
      if (converts && examples.size < mostExamples) examples.set(shown(value), shown(converted.value))
      else if (!converts && kept.size < mostExamples) kept.add(shown(value))
    }
  return {
    ...counted,
    keeps: counted.filled - counted.converts,
    examples: [...examples].map(([was, becomes]) => ({ was, becomes })),
    kept: [...kept],
    reading,
    digest: hash.digest('base64url'),
  }
}
