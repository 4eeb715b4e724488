import type { Expression } from '@pipewright/schemas'
import { useFilterSentence } from './use-filter-sentence.ts'

export interface FilterSentenceProps {
  readonly form: string
  readonly filter: Expression
  readonly className?: string
}

/** What a filter says, in one sentence. */
export function FilterSentence({ form, filter, className }: FilterSentenceProps) {
  const sentence = useFilterSentence(form, filter)
  return (
    <span className={className} title={sentence}>
      {sentence}
    </span>
  )
}
