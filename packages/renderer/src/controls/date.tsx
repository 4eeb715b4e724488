import type { DateField } from '@pipewright/schemas'
import type { FieldControl } from './field-control.ts'
import { fieldViews } from './field-views.tsx'
import { lateControl } from './late-control.tsx'

export const date: FieldControl<DateField> = {
  ...lateControl<DateField>(async () => (await import('./dates/index.ts')).DateControl),
  ...fieldViews.date,
}
