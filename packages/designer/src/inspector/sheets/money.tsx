import type { MoneyField } from '@pipewright/schemas'
import { CurrencySelect } from './currency-select.tsx'
import { DecimalLimits } from './decimal-limits.tsx'
import type { SheetProps } from './sheet.ts'

export const MoneySheet = ({ field, change }: SheetProps<MoneyField>) => (
  <>
    <CurrencySelect value={field.currency} onCommit={(currency) => change({ currency })} />
    <DecimalLimits field={field} change={change} />
  </>
)
