import { except } from './except.ts'
import { first } from './first.ts'
import { elementAt } from './index-of-list.ts'
import { intersect } from './intersect.ts'
import { last } from './last.ts'
import { listContains } from './list-contains.ts'
import { skip } from './skip.ts'
import { sort } from './sort.ts'
import { split } from './split.ts'
import { take } from './take.ts'
import { union } from './union.ts'
import { unique } from './unique.ts'
import type { Operation } from '../../operation.ts'

export const listOperations = {
  except,
  first,
  elementAt,
  intersect,
  last,
  listContains,
  skip,
  sort,
  split,
  take,
  union,
  unique,
} satisfies Record<string, Operation>
