import type { RecordAnswer, SortKey, Values } from '@pipewright/contract'
import type { RowColor } from '@pipewright/schemas'
import type { ReactNode } from 'react'
import type { SaveRecord } from '../changes/use-changes.tsx'
import type { TreeLevel } from './tree-lines.ts'

export interface RecordTreeProps {
  readonly form: string
  readonly label: string
  /** The relation to the same form that names the record above. */
  readonly parent: string
  readonly columns: readonly string[]
  readonly widths?: Readonly<Record<string, number>>
  readonly onResize?: (path: string, width: number) => void
  /** What is here, by the record above. */
  readonly levels: ReadonlyMap<string | null, TreeLevel | undefined>
  /** Records that lie under themselves. */
  readonly circles?: TreeLevel
  readonly open: ReadonlySet<string>
  readonly sort: readonly SortKey[]
  readonly onSort: (sort: SortKey[]) => void
  readonly onOpen: (record: RecordAnswer) => void
  readonly onUnfold: (ids: readonly string[], open: boolean) => void
  /** These levels have come in sight. */
  readonly onNeed: (under: readonly string[]) => void
  readonly onMore: (under: string | null) => void
  readonly onRetry: (under: string | null) => void
  /** Saves the new record above; see `RecordBoardProps.onMove`. */
  readonly onMove: SaveRecord
  readonly onCreate?: (values: Values) => void
  /** Ticked records; without it nothing can be chosen. */
  readonly selection?: ReadonlySet<string>
  readonly onSelect?: (selection: ReadonlySet<string>) => void
  /** On a phone boxes are shown only while somebody chooses. */
  readonly selecting?: boolean
  /** Conditions that colour rows; the first that holds. */
  readonly rowColors?: readonly RowColor[]
  readonly empty?: ReactNode
}
