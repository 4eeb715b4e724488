import type { ForeignMoneyField } from '@pipewright/schemas'
import { AmountWorth } from './amount-worth.tsx'
import type { ValueProps } from './field-control.ts'
import { NumericCell } from './plain-value.tsx'

/** The amount, and what it is worth in the workspace currency. */
export const ForeignMoneyValue = (props: ValueProps<ForeignMoneyField>) => (
  <span className="pw-amount">
    <NumericCell {...props} />
    <AmountWorth field={props.field} value={props.value} />
  </span>
)
