import type { JsonValue } from '@pipewright/contract'
import type { ForeignMoneyField } from '@pipewright/schemas'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useReaderContext } from '../environment/reader-context.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { dayOf } from '../formats/date-format.ts'
import type { ControlProps } from './field-control.ts'
import { partOf } from './part-of.ts'
import { rateQuery, worthOf } from './worth-of.ts'

type WorthProps = Pick<ControlProps<ForeignMoneyField>, 'field' | 'value' | 'above' | 'record' | 'onChange'>

interface Wanted {
  readonly currency: string
  readonly day: string
}

/** The day whose rate counts, as the server finds it: of the field's date, else the one it had, else of the record. */
function useRateDay({ value, above, record }: WorthProps): string {
  const { zone } = useRenderer()
  const context = useReaderContext()
  const [first] = useState(() => partOf(value, 'day'))
  if (typeof above === 'string') return above
  if (above === undefined && first !== '') return first
  const made = record?.()['created_at']
  return typeof made === 'string' ? dayOf(made, zone) : (context().today ?? '')
}

/**
 * Gives an amount that was entered what it is worth in the workspace currency, by the same rate and rounding as the server
 * will, so that what is calculated from it is the same before and after saving. The answer: what has no rate.
 */
export function useWorth(props: WorthProps, entered: boolean): Wanted | null {
  const { field, value, above, onChange } = props
  const { data } = useRenderer()
  const day = useRateDay(props)
  const [firstAbove] = useState(above)
  const currency = partOf(value, 'currency')
  const isTouched = (entered || above !== firstAbove) && partOf(value, 'amount') !== ''
  const isForeign = currency !== '' && currency !== field.home
  const { data: rate } = useQuery({
    ...rateQuery(data, { currency, home: field.home, day }),
    enabled: isTouched && isForeign && day !== '' && data.rateOn !== undefined,
  })
  const worth = isTouched ? worthOf(field, value, { currency, day }, rate) : undefined
  const isNew =
    worth !== undefined &&
    (['home', 'rate', 'day'] as const).some((name) => partOf(value, name) !== (worth[name] ?? ''))
  useEffect(() => {
    if (isNew) onChange({ ...(value as Record<string, JsonValue>), ...worth })
  })
  return isTouched && isForeign && rate === null ? { currency, day } : null
}
