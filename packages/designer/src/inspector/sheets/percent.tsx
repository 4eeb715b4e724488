import type { PercentField } from '@pipewright/schemas'
import { DecimalLimits } from './decimal-limits.tsx'
import { FigureDisplay } from './figure-display.tsx'
import type { SheetProps } from './sheet.ts'

export const PercentSheet = ({ field, change }: SheetProps<PercentField>) => (
  <>
    <FigureDisplay field={field} change={change} />
    <DecimalLimits field={field} change={change} />
  </>
)
