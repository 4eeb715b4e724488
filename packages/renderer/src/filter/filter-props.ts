import type { Expression } from '@pipewright/schemas'

export interface FilterBuilderProps {
  /** Form whose fields can be asked for. */
  readonly form: string
  /** JSON Logic of `and`/`or` over single conditions; null is "no filter". */
  readonly value: Expression | null
  readonly onChange: (filter: Expression | null) => void
  /** What having no condition means where it is asked; about records of a list when left out. */
  readonly text?: string
  /** Offers fields of related records too: only where the server says what meets the condition. */
  readonly throughRelations?: boolean
}

export interface FilterBarProps extends Omit<FilterBuilderProps, 'throughRelations'> {
  /** Filter of the view itself, shown as a sentence and not changed here. */
  readonly fixed?: Expression | null
  readonly search: string
  readonly onSearch: (text: string) => void
}
