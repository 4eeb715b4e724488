import type { MemberField } from '@pipewright/schemas'
import { checkIdentity } from './identity.ts'
import type { ValueChecker } from './value-checker.ts'

export const member: ValueChecker<MemberField> = (_field, value, place) =>
  checkIdentity(value, place, 'no-such-member')
