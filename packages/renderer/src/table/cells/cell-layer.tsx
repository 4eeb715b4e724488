import type { FormRights, JsonValue, RecordAnswer } from '@pipewright/contract'
import type { ComponentType } from 'react'
import type { Column } from '../column-of-path.ts'
import type { GridPlace } from '../next-cell.ts'
import type { CellEditorProps } from './cell-editor.tsx'
import type { CellMove } from './cell-move.ts'

export type At = CellEditorProps['at']

export interface Editing {
  readonly place: GridPlace
  readonly record: RecordAnswer
  readonly column: Column
  readonly value: JsonValue
  readonly at: At
  readonly typed: boolean
  readonly problem?: string
  readonly ends?: CellMove
}

interface CellLayerProps {
  readonly form: string
  readonly rights: FormRights | undefined
  readonly Editor: ComponentType<CellEditorProps> | null
  readonly editing: Editing | null
  readonly note: { readonly at: At; readonly text: string } | null
  readonly onDone: (editing: Editing, value: JsonValue, move: CellMove) => void
  /** Nothing is changed; `why` says that nothing can be. */
  readonly onLeft: (place: GridPlace, why: string | null) => void
}

/** The control over its cell, and what is said of a cell that cannot be changed. */
export function CellLayer({ form, rights, Editor, editing, note, onDone, onLeft }: CellLayerProps) {
  return (
    <>
      {editing !== null && Editor !== null && rights !== undefined && (
        <Editor
          key={`${editing.record.id} ${editing.column.path} ${editing.problem ?? ''}`}
          {...editing}
          form={form}
          rights={rights}
          problem={editing.problem}
          onDone={(value, move) => onDone(editing, value, move)}
          onCancel={() => onLeft(editing.place, null)}
          onHeld={(why) => onLeft(editing.place, why)}
        />
      )}
      <div role="status" className="pw-cell-status">
        {note !== null && (
          <div className="pw-cell-note" style={{ left: note.at.left, top: note.at.top + note.at.height }}>
            {note.text}
          </div>
        )}
      </div>
    </>
  )
}
