import type { RelationField } from '@pipewright/schemas'
import type { FieldControl } from './field-control.ts'
import { fieldViews } from './field-views.tsx'
import { RelationControl } from './relation/relation-control.tsx'

export const relation: FieldControl<RelationField> = {
  Control: RelationControl,
  ...fieldViews.relation,
}
