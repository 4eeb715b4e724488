import type { ForeignMoneyField } from '@pipewright/schemas'
import { useRenderer } from '../environment/use-renderer.ts'
import { formatPeriod } from '../formats/date-format.ts'
import { formatAmount, formatNumber } from '../formats/decimal-format.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { ValueProps } from './field-control.ts'
import { partOf } from './part-of.ts'
import { NumericCell } from './plain-value.tsx'

/** The amount, and what it is worth in the workspace currency: by which rate, of which day. */
export function ForeignMoneyValue(props: ValueProps<ForeignMoneyField>) {
  const t = useTexts()
  const { locale } = useRenderer()
  const { field, value } = props
  const [home, rate, day] = ['home', 'rate', 'day'].map((part) => partOf(value, part)) as [
    string,
    string,
    string,
  ]
  if (home === '' || day === '') return <NumericCell {...props} />
  const worth = t('control.worth', {
    home: formatAmount(home, locale, field.home, field.scale ?? 2),
    rate: formatNumber(rate, locale, 0),
    day: formatPeriod(day, undefined, locale),
  })
  return (
    <span className="pw-amount">
      <NumericCell {...props} />
      <small className="pw-worth">{worth}</small>
    </span>
  )
}
