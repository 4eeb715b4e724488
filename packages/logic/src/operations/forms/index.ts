import type { FormOperation } from '../../operation.ts'
import { averageIfs } from './average-ifs.ts'
import { countIfs } from './count-ifs.ts'
import { firstIfs } from './first-ifs.ts'
import { lastIfs } from './last-ifs.ts'
import { listIfs } from './list-ifs.ts'
import { maxIfs } from './max-ifs.ts'
import { minIfs } from './min-ifs.ts'
import { sumIfs } from './sum-ifs.ts'
import { xlookup } from './xlookup.ts'

export const formsOperations = {
  averageIfs,
  countIfs,
  firstIfs,
  lastIfs,
  listIfs,
  maxIfs,
  minIfs,
  sumIfs,
  xlookup,
} satisfies Record<string, FormOperation>
