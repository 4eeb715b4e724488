import type { TimeField } from '@pipewright/schemas'
import type { FieldControl } from './field-control.ts'
import { fieldViews } from './field-views.tsx'
import { lateControl } from './late-control.tsx'

export const time: FieldControl<TimeField> = {
  ...lateControl<TimeField>(async () => (await import('./dates/index.ts')).TimeControl),
  ...fieldViews.time,
}
