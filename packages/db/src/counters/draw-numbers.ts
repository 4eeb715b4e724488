import { counterPeriod, writeNumber } from '@pipewright/metadata'
import type { AutoNumberField } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import { dayIn, type Scene } from '../records/scene.ts'

type Values = Readonly<Record<string, unknown>>

/** Moves a counter on and answers where it stood before. The row stays locked until the transaction ends. */
async function moveOn(
  tx: Connection,
  scene: Scene,
  [form, field, period]: readonly [string, string, string],
  count: number,
): Promise<number> {
  const counter = quoteTable(scene.workspace.schema, '_counter')
  const [row] = await tx.query<{ value: number }>(
    prepared({
      text: `insert into ${counter} as c (form, field, period, value) values ($1, $2, $3, $4)
        on conflict (form, field, period) do update set value = c.value + excluded.value returning value`,
      values: [form, field, period, count],
    }),
  )
  return Number(row?.value) - count
}

/**
 * Draws consecutive numbers for new records with these values. The counter's row stays locked until the transaction
 * ends, so numbers are without gaps: a transaction that is undone gives them back.
 */
export async function drawNumbers(
  tx: Connection,
  scene: Scene,
  form: string,
  field: AutoNumberField,
  records: readonly Values[],
): Promise<string[]> {
  const day = dayIn(scene.actor.zone, scene.now)
  const periods = records.map((values) => counterPeriod(field, { day, values }))
  const stands = new Map<string, number>()
  // In one order, so that two who draw from the same counters do not wait for one another in a circle.
  for (const period of [...new Set(periods)].toSorted()) {
    const count = periods.filter((one) => one === period).length
    stands.set(period, await moveOn(tx, scene, [form, field.key, period], count))
  }
  return records.map((values, position) => {
    const period = periods[position] ?? ''
    const next = (stands.get(period) ?? 0) + 1
    stands.set(period, next)
    return writeNumber(field, next, { day, values })
  })
}
