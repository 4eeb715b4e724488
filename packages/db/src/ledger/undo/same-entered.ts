import { sameValue, type CompiledForm, type CompiledItems } from '@pipewright/compiler'
import { isEntered } from '@pipewright/metadata'

type Row = Readonly<Record<string, unknown>>

const rowsIn = (value: unknown): readonly Row[] => (Array.isArray(value) ? (value as readonly Row[]) : [])

/** A new row has no id in the ledger yet, so that rows are told apart by their places and what was entered in them. */
function sameRows(items: CompiledItems, one: unknown, other: unknown): boolean {
  const [left, right] = [rowsIn(one), rowsIn(other)]
  return left.length === right.length && left.every((row, place) => sameRow(items, row, right[place] ?? {}))
}

function sameRow(items: CompiledItems, one: Row, other: Row): boolean {
  const [id, otherId] = [one['id'], other['id']]
  if (id !== undefined && otherId !== undefined && id !== otherId) return false
  return [...items.fields.values()].every((field) => {
    const inner = items.inner.find((each) => each.field === field)
    const { key } = field
    if (inner !== undefined) return sameRows(inner, one[key], other[key])
    return !isEntered(field) || sameValue(one[key] ?? null, other[key] ?? null)
  })
}

const whole = (value: unknown): unknown =>
  Array.isArray(value) && value.length === 0 ? null : (value ?? null)

/** Parts that people enter; what an amount is worth at home follows from the rate of its day. */
const entered = (type: string, value: unknown): unknown => {
  if (type !== 'foreignMoney' || typeof value !== 'object' || value === null) return whole(value)
  const { amount, currency } = value as Row
  return { amount, currency }
}

/** Whether two values of a field are the same as far as people entered them. */
export function sameEntered(form: CompiledForm, key: string, one: unknown, other: unknown): boolean {
  const items = form.items.find(({ field }) => field.key === key)
  if (items !== undefined) return sameRows(items, one, other)
  const type = form.fields.get(key)?.type ?? ''
  return sameValue(entered(type, one), entered(type, other))
}
