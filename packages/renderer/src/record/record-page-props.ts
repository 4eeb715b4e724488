import type { FormRights, RecordAnswer, Values } from '@pipewright/contract'
import type { ReactNode } from 'react'
import type { RecordParts } from './record-parts.ts'

export type RecordTab = 'details' | 'related' | 'timeline' | 'approvals'

export interface RecordPageProps {
  readonly form: string
  readonly record: RecordAnswer
  readonly rights: FormRights
  /** Saves changed fields; rejects with ProblemError. `version` differs from the record's after a merge. */
  readonly onSave: (values: Values, version: number) => Promise<void>
  /** A save of it is under way, begun here or on a page that was left since. */
  readonly saving?: boolean
  /** What happened to the record and was said about it. */
  readonly timeline: ReactNode
  readonly tab: RecordTab
  readonly onTab: (tab: RecordTab) => void
  /** What can be placed on its form and is drawn elsewhere: tasks, files. */
  readonly parts?: RecordParts
  /** Who else has the record open. */
  readonly presence?: ReactNode
  /** Buttons at the right: convert, delete, submit … */
  readonly actions?: ReactNode
  /** Notices above the tabs, for example "is being approved". */
  readonly notice?: ReactNode
  readonly approvals?: ReactNode
  /** Storage for typed text that is not saved; none when left out. */
  readonly drafts?: Storage
  /** Opens what the field with this key was; fields offer nothing when left out. */
  readonly onFieldPast?: (field: string) => void
  /** Opens the full form for a new related record. */
  readonly onCreateRelated?: (form: string, values: Values) => void
}
