import { readingOf, type ConversionReading } from '@pipewright/compiler'
import type { AppDefinition, OptionSet } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { firstOf, systemQuery } from '../connection/engine-query.ts'
import { storedValues, type ValueColumn } from './stored-values.ts'

/** Shared options of both definitions; those of the later one where both have them. */
export function allOptionSets(before: AppDefinition, after: AppDefinition): readonly OptionSet[] {
  const kept = new Set(after.optionSets.map(({ key }) => key))
  return [...after.optionSets, ...before.optionSets.filter(({ key }) => !kept.has(key))]
}

/** The texts of a column by which it is decided how all of them are read. */
export async function samplesOf(connection: Connection, column: ValueColumn): Promise<readonly string[]> {
  for await (const rows of storedValues(connection, column))
    return rows.flatMap(({ value }) => (typeof value === 'string' ? [value] : []))
  return []
}

/** How the values of a column are read: in the zone and language of the workspace, in the order most of them are in. */
export async function readingFor(
  connection: Connection,
  column: ValueColumn,
  optionSets: readonly OptionSet[],
): Promise<ConversionReading> {
  const query = systemQuery
    .selectFrom('workspace')
    .select(['zone', 'locale'])
    .where('schema', '=', column.schema)
  const workspace = await firstOf(connection, query)
  const samples = await samplesOf(connection, { ...column, live: true })
  return readingOf(samples, {
    optionSets,
    zone: workspace?.zone ?? 'UTC',
    locale: workspace?.locale === 'zh' ? 'zh' : 'en',
  })
}
