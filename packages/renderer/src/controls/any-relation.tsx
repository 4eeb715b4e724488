import type { AnyRelationField } from '@pipewright/schemas'
import type { FieldControl } from './field-control.ts'
import { fieldViews } from './field-views.tsx'
import { AnyRelationControl } from './relation/any-relation-control.tsx'

export const anyRelation: FieldControl<AnyRelationField> = {
  Control: AnyRelationControl,
  ...fieldViews.anyRelation,
}
