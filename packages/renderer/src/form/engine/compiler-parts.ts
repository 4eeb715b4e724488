import type { CompiledApp } from '@pipewright/compiler'

/** A form with the order of its formulas, its types and what it looks up. */
export type CompiledForm = NonNullable<ReturnType<CompiledApp['form']>>

export { checkValue } from '../../../../compiler/src/records/values/index.ts'
