import type { Expression } from '@pipewright/schemas'

export interface FilterBuilderProps {
  /** Form whose fields can be asked for. */
  readonly form: string
  /** JSON Logic of `and`/`or` over single conditions; null is "no filter". */
  readonly value: Expression | null
  readonly onChange: (filter: Expression | null) => void
  /** Fields that may be used; all readable ones when left out. */
  readonly paths?: readonly string[]
  /** What having no condition means where it is asked; about records of a list when left out. */
  readonly text?: string
}

export interface FilterBarProps extends FilterBuilderProps {
  /** Filter of the view itself, shown as a sentence and not changed here. */
  readonly fixed?: Expression | null
  readonly search: string
  readonly onSearch: (text: string) => void
}
