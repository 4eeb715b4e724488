import type { RecordAnswer, SortKey } from '@pipewright/contract'
import type { Column } from '../../table/column-of-path.ts'

export interface RelatedRowsProps {
  readonly form: string
  readonly rows: readonly RecordAnswer[]
  readonly columns: readonly Column[]
  readonly titleField: string
  readonly sort?: readonly SortKey[]
  /** Puts them in another order; without it they can only be read. */
  readonly onSort?: (sort: SortKey[]) => void
}

/** The column that leads to the record: its title, else the first one. */
export const titleColumn = (columns: readonly Column[], titleField: string): Column | undefined =>
  columns.find(({ path }) => path === titleField) ?? columns[0]
