import { averageIf } from './average-if.ts'
import { avg } from './avg.ts'
import { completeness } from './completeness.ts'
import { count } from './count.ts'
import { countDistinct } from './count-distinct.ts'
import { countEmpty } from './count-empty.ts'
import { countIf } from './count-if.ts'
import { deviation } from './deviation.ts'
import { deviationAll } from './deviation-all.ts'
import { large } from './large.ts'
import { maximum } from './maximum.ts'
import { median } from './median.ts'
import { minimum } from './minimum.ts'
import { mode } from './mode.ts'
import { percentile } from './percentile.ts'
import { product } from './product.ts'
import { quartile } from './quartile.ts'
import { rank } from './rank.ts'
import { small } from './small.ts'
import { sum } from './sum.ts'
import { sumIf } from './sum-if.ts'
import { sumProduct } from './sum-product.ts'
import { sumSquares } from './sum-squares.ts'
import { variance } from './variance.ts'
import { varianceAll } from './variance-all.ts'
import { weightedAverage } from './weighted-average.ts'
import type { Operation } from '../../operation.ts'

export const statisticsOperations = {
  averageIf,
  avg,
  completeness,
  count,
  countDistinct,
  countEmpty,
  countIf,
  deviation,
  deviationAll,
  large,
  maximum,
  median,
  minimum,
  mode,
  percentile,
  product,
  quartile,
  rank,
  small,
  sum,
  sumIf,
  sumProduct,
  sumSquares,
  variance,
  varianceAll,
  weightedAverage,
} satisfies Record<string, Operation>
