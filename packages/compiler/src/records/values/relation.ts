import type { RelationField } from '@pipewright/schemas'
import { checkIdentity } from './identity.ts'
import type { ValueChecker } from './value-checker.ts'

export const relation: ValueChecker<RelationField> = (_field, value, place) =>
  checkIdentity(value, place, 'no-such-record')
