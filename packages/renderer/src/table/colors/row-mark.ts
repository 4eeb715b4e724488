import { formScope } from '@pipewright/compiler'
import type { RecordAnswer } from '@pipewright/contract'
import { evaluateCondition, type EvaluationContext } from '@pipewright/logic'
import type { DefinitionIndex } from '@pipewright/metadata'
import type { RowColor } from '@pipewright/schemas'

export { enginesFor } from '../../form/engine/use-engines.ts'

/** The colour of a row and what it means. */
export interface RowMark {
  readonly color: RowColor['color']
  readonly label: string
}

export type MarkOf = (record: RecordAnswer) => RowMark | undefined

export interface MarkedColor {
  readonly when: RowColor['when']
  readonly mark: RowMark
}

/** Finds the mark of a record: that of the first condition that holds. A condition that cannot be asked holds for nothing. */
export function rowMarks(
  index: DefinitionIndex,
  form: string,
  colors: readonly MarkedColor[],
  contextNow: () => EvaluationContext,
): MarkOf {
  const scope = formScope(index, { form })
  const known = new WeakMap<RecordAnswer, { readonly mark: RowMark | undefined; readonly day: string }>()
  const holds = (when: RowColor['when'], record: RecordAnswer, context: EvaluationContext): boolean => {
    try {
      return evaluateCondition(when, { ...record, ...record.values } as never, context, scope)
    } catch {
      return false
    }
  }
  return (record) => {
    const context = contextNow()
    const before = known.get(record)
    if (before?.day === context.today) return before.mark
    const mark = colors.find(({ when }) => holds(when, record, context))?.mark
    known.set(record, { mark, day: context.today })
    return mark
  }
}
