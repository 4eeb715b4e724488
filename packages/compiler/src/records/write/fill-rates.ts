import { dayIn, digitsBeforePoint, formatDate, roundTo } from '@pipewright/logic'
import type { ForeignMoneyField } from '@pipewright/schemas'
import type { CompiledPlace } from '../../app/compiled-form.ts'
import { foreignFields, rateId, ratesName } from '../../app/rates.ts'
import { issue, pointerTo, type Issue } from '../issue.ts'
import type { Composite } from '../value.ts'
import { wholeDigits } from '../../tables/column-of.ts'
import { eachRow } from './each-row.ts'
import { worthBy } from './worth-by.ts'
import type { Draft, WriteScene } from './write-scene.ts'

const isAmount = (value: unknown): value is Composite => typeof value === 'object' && value !== null

/** A row or the record itself, with what it held before. */
interface Spot {
  readonly data: Draft
  readonly record: Draft
  readonly old: Readonly<Record<string, unknown>> | undefined
}

/**
 * The day whose rate counts: of the field's date, else the one on which the record was made, which stays what it once
 * was to whoever wrote it.
 */
function dayOf({ context }: WriteScene, field: ForeignMoneyField, { data, record, old }: Spot): string {
  const named = field.rateDate === undefined ? null : data[field.rateDate]
  if (typeof named === 'string') return named
  const before = old?.[field.key]
  if (field.rateDate === undefined && isAmount(before) && typeof before['day'] === 'string')
    return before['day']
  const made = record['created_at']
  const day = dayIn(context.zone, typeof made === 'string' ? made : context.now)
  return (day === null ? null : formatDate(day)) ?? ''
}

function fillField(scene: WriteScene, field: ForeignMoneyField, spot: Spot): void {
  const { data } = spot
  const value = data[field.key]
  if (!isAmount(value)) return
  const { home, scale = 2 } = field
  const amount = String(value['amount'])
  const currency = String(value['currency'])
  if (currency === home) {
    data[field.key] = { ...value, home: roundTo(amount, scale, 'halfUp'), rate: '1', day: null }
    return
  }
  const day = dayOf(scene, field, spot)
  const rate = scene.related.get(ratesName, rateId({ currency, home, day }))?.values['rate']
  data[field.key] =
    typeof rate === 'string'
      ? { ...value, home: worthBy(amount, rate, scale), rate, day }
      : { ...value, home: null, rate: null, day }
}

const asObject = (value: unknown): Spot['old'] =>
  typeof value === 'object' && value !== null ? (value as Spot['old']) : undefined

/** Gives every amount of the record and its rows what it is worth in the workspace currency. */
export function fillRates(scene: WriteScene, draft: Draft): void {
  const old = asObject(draft['$old'])
  const foreign = new Map(scene.form.allItems.map((items) => [items, foreignFields(items.fields.values())]))
  if ([...foreign.values()].some((fields) => fields.length > 0))
    for (const { items, data, before } of eachRow(scene.form, draft, old ?? null))
      for (const field of foreign.get(items) ?? [])
        fillField(scene, field, { data, record: draft, old: before })
  for (const field of foreignFields(scene.form.fields.values()))
    fillField(scene, field, { data: draft, record: draft, old })
}

function missing(place: CompiledPlace, data: Draft, pointer: string): Issue[] {
  return foreignFields(place.fields.values()).flatMap((field) => {
    const value = data[field.key]
    if (!isAmount(value)) return []
    const at = `${pointer}${pointerTo(field.key)}`
    const { currency, day } = value
    if (value['home'] === null)
      return [
        issue(`${at}/currency`, 'no-rate', {
          currency: String(currency),
          home: field.home,
          day: String(day),
        }),
      ]
    return digitsBeforePoint(String(value['home'])) > wholeDigits
      ? [issue(`${at}/amount`, 'too-big', { max: '9'.repeat(wholeDigits) })]
      : []
  })
}

/** Amounts for which there is no exchange rate: saved without one, totals would be wrong and nobody would know. */
export function rateIssues({ form }: WriteScene, draft: Draft): Issue[] {
  const rows = eachRow(form, draft, null).flatMap(({ items, data, pointer }) =>
    missing(items, data, pointerTo(...pointer)),
  )
  return [...missing(form, draft, '/values'), ...rows]
}
