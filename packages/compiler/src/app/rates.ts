import type { Field, ForeignMoneyField } from '@pipewright/schemas'

/** The name under which a write asks for exchange rates, beside the forms whose records it looks at. */
export const ratesName = '_exchange_rate'

interface WantedRate {
  readonly currency: string
  readonly home: string
  /** Calendar day, whose rate is the last one that began until then. */
  readonly day: string
}

export const rateId = ({ currency, home, day }: WantedRate): string => `${currency} ${home} ${day}`

export const foreignFields = (fields: Iterable<Field>): ForeignMoneyField[] =>
  [...fields].filter((field) => field.type === 'foreignMoney')
