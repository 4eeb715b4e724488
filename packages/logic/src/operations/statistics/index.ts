import { avg } from './avg.ts'
import { count } from './count.ts'
import { maximum } from './maximum.ts'
import { minimum } from './minimum.ts'
import { sum } from './sum.ts'
import type { Operation } from '../../operation.ts'

export const statisticsOperations = {
  avg,
  count,
  maximum,
  minimum,
  sum,
} satisfies Record<string, Operation>
