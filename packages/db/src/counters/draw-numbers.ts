import type { AutoNumberField } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import { dayIn, type Scene } from '../records/scene.ts'

const usualDigits = 4

function periodOf({ period = 'never' }: AutoNumberField, scene: Scene): string {
  const [year = '', month = ''] = dayIn(scene.actor.zone, scene.now).split('-')
  return period === 'never' ? '' : period === 'year' ? year : `${year}${month}`
}

const write = (
  { prefix = '', digits = usualDigits }: AutoNumberField,
  period: string,
  value: number,
): string => `${prefix}${period === '' ? '' : `${period}-`}${String(value).padStart(digits, '0')}`

/**
 * Draws `count` consecutive numbers for a field. The counter's row stays locked until the transaction ends, so numbers
 * are without gaps: a transaction that is undone gives them back.
 */
export async function drawNumbers(
  tx: Connection,
  scene: Scene,
  form: string,
  field: AutoNumberField,
  count: number,
): Promise<string[]> {
  const period = periodOf(field, scene)
  const counter = quoteTable(scene.workspace.schema, '_counter')
  const [row] = await tx.query<{ value: number }>(
    prepared({
      text: `insert into ${counter} as c (form, field, period, value) values ($1, $2, $3, $4)
        on conflict (form, field, period) do update set value = c.value + excluded.value returning value`,
      values: [form, field.key, period, count],
    }),
  )
  const last = Number(row?.value)
  return Array.from({ length: count }, (_, position) => write(field, period, last - count + 1 + position))
}
