import { and } from './and.ts'
import { choose } from './choose.ts'
import { coalesce } from './coalesce.ts'
import { emptyIf } from './empty-if.ts'
import { ifElse } from './if-else.ts'
import { hasRole } from './has-role.ts'
import { inDepartment } from './in-department.ts'
import { isMe } from './is-me.ts'
import { not } from './not.ts'
import { or } from './or.ts'
import { switchCase } from './switch-case.ts'
import { xor } from './xor.ts'
import type { Operation } from '../../operation.ts'

export const logicOperations = {
  and,
  choose,
  coalesce,
  emptyIf,
  hasRole,
  inDepartment,
  isMe,
  if: ifElse,
  '!': not,
  or,
  switch: switchCase,
  xor,
} satisfies Record<string, Operation>
