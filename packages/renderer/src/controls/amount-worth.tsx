import type { JsonValue } from '@pipewright/contract'
import type { ForeignMoneyField } from '@pipewright/schemas'
import { useRenderer } from '../environment/use-renderer.ts'
import { formatPeriod } from '../formats/date-format.ts'
import { formatAmount, formatNumber } from '../formats/decimal-format.ts'
import { useTexts } from '../texts/use-texts.ts'
import { partOf } from './part-of.ts'

interface AmountWorthProps {
  readonly field: ForeignMoneyField
  readonly value: JsonValue
}

/**
 * What an amount is worth in the workspace currency, by which rate of which day; that it has no rate; that it is found out
 * after sending, where nobody is told rates; nothing while none of this is known.
 */
export function AmountWorth({ field, value }: AmountWorthProps) {
  const t = useTexts()
  const { locale, data } = useRenderer()
  const home = partOf(value, 'home')
  const day = partOf(value, 'day')
  const isOpen = partOf(value, 'amount') !== '' && home === '' && day === ''
  if (isOpen && data.rateOn === undefined)
    return <small className="pw-worth">{t('control.worthLater', { home: field.home })}</small>
  if (day === '') return null
  if (home === '')
    return (
      <small className="pw-worth">
        {t('control.noRate', {
          currency: partOf(value, 'currency'),
          day: formatPeriod(day, undefined, locale),
        })}
      </small>
    )
  return (
    <small className="pw-worth">
      {t('control.worth', {
        home: formatAmount(home, locale, field.home, field.scale ?? 2),
        rate: formatNumber(partOf(value, 'rate'), locale, 0),
        day: formatPeriod(day, undefined, locale),
      })}
    </small>
  )
}
