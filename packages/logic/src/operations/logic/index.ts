import { and } from './and.ts'
import { choose } from './choose.ts'
import { coalesce } from './coalesce.ts'
import { emptyIf } from './empty-if.ts'
import { ifElse } from './if-else.ts'
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
  if: ifElse,
  '!': not,
  or,
  switch: switchCase,
  xor,
} satisfies Record<string, Operation>
