import type { formsOperations } from '../../operations/forms/index.ts'
import type { UsesOf } from './use.ts'

/** They look through other forms, which the sample record has none of; they have a property test of their own. */
export const formsUses: UsesOf<typeof formsOperations> = {
  averageIfs: [],
  countIfs: [],
  firstIfs: [],
  lastIfs: [],
  listIfs: [],
  maxIfs: [],
  minIfs: [],
  sumIfs: [],
  xlookup: [],
}
