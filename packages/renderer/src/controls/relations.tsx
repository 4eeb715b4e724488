import type { RelationsField } from '@pipewright/schemas'
import type { FieldControl } from './field-control.ts'
import { fieldViews } from './field-views.tsx'
import { RelationsControl } from './relation/relations-control.tsx'

export const relations: FieldControl<RelationsField> = {
  Control: RelationsControl,
  ...fieldViews.relations,
}
