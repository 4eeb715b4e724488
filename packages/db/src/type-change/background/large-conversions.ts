import type { MigrationPlan } from '@pipewright/compiler'
import type { Connection } from '../../connection/connection.ts'
import { quoteTable } from '../../connection/quote-ident.ts'
import type { ConvertColumn } from '../convert-column.ts'

/** More rows than this are converted in the background. */
const convertedAtOnce = 100_000

export interface LargeConversion {
  readonly step: ConvertColumn
  /** Rows of its table. */
  readonly total: number
}

/** The conversions of a plan, all of them, if one is too long for writers to wait; else none. */
export async function largeConversions(
  connection: Connection,
  schema: string,
  { steps }: MigrationPlan,
  atOnce = convertedAtOnce,
): Promise<readonly LargeConversion[]> {
  const found: LargeConversion[] = []
  for (const step of steps) {
    if (step.type !== 'convertColumn') continue
    const [row] = await connection.query<{ total: number }>({
      text: `select count(*) as total from ${quoteTable(schema, step.table)}`,
      values: [],
    })
    found.push({ step, total: row?.total ?? 0 })
  }
  return found.some(({ total }) => total > atOnce) ? found : []
}
