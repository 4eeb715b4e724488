import { between } from './between.ts'
import { contains } from './contains.ts'
import { endsWith } from './ends-with.ts'
import { eq } from './eq.ts'
import { exact } from './exact.ts'
import { gt } from './gt.ts'
import { gte } from './gte.ts'
import { hasAll } from './has-all.ts'
import { hasAny } from './has-any.ts'
import { isEmpty } from './is-empty.ts'
import { isEven } from './is-even.ts'
import { isIn } from './is-in.ts'
import { isNumber } from './is-number.ts'
import { isOdd } from './is-odd.ts'
import { lt } from './lt.ts'
import { lte } from './lte.ts'
import { ne } from './ne.ts'
import { notEmpty } from './not-empty.ts'
import { notIn } from './not-in.ts'
import { regexMatch } from './regex-match.ts'
import { startsWith } from './starts-with.ts'
import type { Operation } from '../../operation.ts'

export const comparisonOperations = {
  between,
  contains,
  endsWith,
  eq,
  exact,
  gt,
  gte,
  hasAll,
  hasAny,
  isEmpty,
  isEven,
  in: isIn,
  isNumber,
  isOdd,
  lt,
  lte,
  ne,
  notEmpty,
  notIn,
  regexMatch,
  startsWith,
} satisfies Record<string, Operation>
