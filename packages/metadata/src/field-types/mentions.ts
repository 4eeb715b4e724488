import type { Expression, MemberLimit } from '@pipewright/schemas'
import type { FieldMention } from './field-type-spec.ts'

/** A default is calculated before the record exists, so it is an expression like any other. */
export const mentionDefault = (field: { default?: Expression }): FieldMention[] =>
  field.default === undefined
    ? []
    : [{ at: ['default'], kind: 'default', expression: field.default, assigned: true }]

/** Roles whose members can be chosen, and the condition that they have to meet. */
export const mentionLimit = ({ limit }: { limit?: MemberLimit }): FieldMention[] => [
  ...(limit?.roles ?? []).map((role, position): FieldMention => ({
    at: ['limit', 'roles', position],
    kind: 'memberLimit',
    role,
  })),
  ...(limit?.where === undefined
    ? []
    : [{ at: ['limit', 'where'], kind: 'memberLimit', expression: limit.where, candidate: true } as const]),
]

export const mentionOptionSet = (field: { optionSet?: string }): FieldMention[] =>
  field.optionSet === undefined ? [] : [{ at: ['optionSet'], kind: 'optionSet', optionSet: field.optionSet }]
