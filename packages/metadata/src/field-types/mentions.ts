import type { Expression } from '@pipewright/schemas'
import type { FieldMention } from './field-type-spec.ts'

/** A default is calculated before the record exists, so it is an expression like any other. */
export const mentionDefault = (field: { default?: Expression }): FieldMention[] =>
  field.default === undefined
    ? []
    : [{ at: ['default'], kind: 'default', expression: field.default, assigned: true }]

export const mentionOptionSet = (field: { optionSet?: string }): FieldMention[] =>
  field.optionSet === undefined ? [] : [{ at: ['optionSet'], kind: 'optionSet', optionSet: field.optionSet }]
