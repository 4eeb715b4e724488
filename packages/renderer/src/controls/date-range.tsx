import type { DateRangeField } from '@pipewright/schemas'
import type { FieldControl } from './field-control.ts'
import { fieldViews } from './field-views.tsx'
import { lateControl } from './late-control.tsx'

export const dateRange: FieldControl<DateRangeField> = {
  ...lateControl<DateRangeField>(async () => (await import('./dates/index.ts')).DateRangeControl),
  ...fieldViews.dateRange,
}
