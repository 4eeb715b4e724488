import type { FormulaCodeProps } from './formula-code-props.ts'

/** What the editor was last told; its extensions live longer than a drawing. */
export type Current = () => FormulaCodeProps
