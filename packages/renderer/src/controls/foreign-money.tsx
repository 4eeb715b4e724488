import { amountValue } from '@pipewright/compiler'
import type { JsonValue } from '@pipewright/contract'
import { currenciesOf } from '@pipewright/metadata'
import type { ForeignMoneyField } from '@pipewright/schemas'
import { Select } from 'antd'
import { useState } from 'react'
import { useRenderer } from '../environment/use-renderer.ts'
import { formatPeriod } from '../formats/date-format.ts'
import { useTexts } from '../texts/use-texts.ts'
import { AmountWorth } from './amount-worth.tsx'
import { DecimalInput } from './decimal-input.tsx'
import type { ControlProps, FieldControl } from './field-control.ts'
import { fieldViews } from './field-views.tsx'
import { readForeign } from './read-foreign.ts'
import { partOf } from './part-of.ts'
import { useWorth } from './use-worth.ts'
import { WholeText } from './whole-text.tsx'

const amountOf = (amount: JsonValue, currency: string): JsonValue =>
  amount === null || amount === '' ? null : { ...amountValue(String(amount), currency) }

/** In a cell or filter: currency and amount as one text; line items find out what their amounts are worth. */
function CompactAmount(props: ControlProps<ForeignMoneyField>) {
  const { field, value } = props
  return (
    <>
      <WholeText {...props} placeholder={`${field.currency} 0`} read={(text) => readForeign(field, text)} />
      <AmountWorth field={field} value={value} />
    </>
  )
}

function WholeAmount(props: ControlProps<ForeignMoneyField>) {
  const t = useTexts()
  const { locale } = useRenderer()
  const { field, value, label } = props
  // Chosen before there is an amount: nothing to keep it in yet.
  const [chosen, setChosen] = useState<string | null>(null)
  const currency = partOf(value, 'currency') || (chosen ?? field.currency)
  const amount = partOf(value, 'amount')
  const [entered, setEntered] = useState(false)
  const without = useWorth(props, entered)
  const enter = (next: JsonValue) => {
    setEntered(true)
    props.onChange(next)
  }
  return (
    <>
      <span className="pw-amount-input">
        <Select
          id={`${props.id}-currency`}
          aria-label={`${label}: ${t('control.currency')}`}
          className="pw-currency"
          showSearch
          disabled={props.disabled ?? false}
          value={currency}
          options={[...new Set([currency, ...currenciesOf(field)])].map((code) => ({ value: code }))}
          popupMatchSelectWidth={false}
          onChange={(code: string) => {
            setChosen(code)
            if (amount !== '') enter(amountOf(amount, code))
          }}
        />
        <DecimalInput
          {...props}
          value={amount}
          scale={field.scale ?? 2}
          onChange={(next) => enter(amountOf(next, currency))}
        />
      </span>
      {without === null ? (
        <AmountWorth field={field} value={value} />
      ) : (
        <small className="pw-worth">
          {t('control.noRate', { ...without, day: formatPeriod(without.day, undefined, locale) })}
        </small>
      )}
    </>
  )
}

const ForeignMoneyControl = (props: ControlProps<ForeignMoneyField>) =>
  props.compact === true ? <CompactAmount {...props} /> : <WholeAmount {...props} />

export const foreignMoney: FieldControl<ForeignMoneyField> = {
  Control: ForeignMoneyControl,
  ...fieldViews.foreignMoney,
}
