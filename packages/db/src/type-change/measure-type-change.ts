import { createHash } from 'node:crypto'
import {
  convertValue,
  isChanged,
  type ChangedType,
  type Composite,
  type ConversionReading,
  type FieldValue,
} from '@pipewright/compiler'
import type { AppDefinition } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { allOptionSets, readingFor } from './reading-for.ts'
import { storedValues } from './stored-values.ts'
import { titlesOf } from './titles-of.ts'

const mostExamples = 5
const longestExample = 80

/** What would become of the values of a field, without changing anything. */
export interface TypeChangeCount {
  /** Records (or rows) with a value. */
  readonly filled: number
  readonly converts: number
  /** Of those that convert: changing the type back would not give what was. */
  readonly changes: number
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

const isWhole = (value: FieldValue): value is Composite =>
  typeof value === 'object' && value !== null && 'text' in value

const shown = (value: FieldValue, titles: ReadonlyMap<string, string>): string => {
  const whole = isWhole(value) ? value.text : value
  const text = Array.isArray(whole) ? whole.join(', ') : (titles.get(String(whole)) ?? String(whole))
  return text.length > longestExample ? `${text.slice(0, longestExample - 1)}…` : text
}

const isEmpty = (value: FieldValue): boolean =>
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

interface Example {
  readonly was: FieldValue
  readonly becomes: FieldValue
}

const noTitles: ReadonlyMap<string, string> = new Map()

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
  const counted = { filled: 0, converts: 0, changes: 0 }
  const examples = new Map<string, Example>()
  const kept = new Map<string, FieldValue>()
  const hash = createHash('sha256').update(`${reading.dateOrder} ${reading.decimal}`)
  for await (const rows of storedValues(connection, column))
    for (const { id, value } of rows) {
      if (isEmpty(value)) continue
      counted.filled += 1
      const converted = convertValue(from, to, value, reading)
      const converts = converted.ok && converted.value !== null
      if (converts) counted.converts += 1
      else hash.update(JSON.stringify([id, value]))
      if (converts) {
        if (isChanged(from, to, { value, becomes: converted.value }, reading)) counted.changes += 1
        if (examples.size < mostExamples)
          examples.set(shown(value, noTitles), { was: value, becomes: converted.value })
      } else if (kept.size < mostExamples) kept.set(shown(value, noTitles), value)
    }
  const titles = await titlesOf(connection, schema, definitions.before, from, [
    ...[...examples.values()].map(({ was }) => was),
    ...kept.values(),
  ])
  return {
    ...counted,
    keeps: counted.filled - counted.converts,
    examples: [...examples.values()].map(({ was, becomes }) => ({
      was: shown(was, titles),
      becomes: shown(becomes, titles),
    })),
    kept: [...kept.values()].map((value) => shown(value, titles)),
    reading,
    digest: hash.digest('base64url'),
  }
}
