import type { LineItemsField } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import type { KeyboardEvent, ReactNode, SyntheticEvent } from 'react'
import { useFormat } from '../../formats/use-format.ts'
import { CellDialog } from '../cell-dialog.tsx'
import type { ControlProps } from '../field-control.ts'

const stop = (event: SyntheticEvent): void => event.stopPropagation()

/** Enter and what is pasted belong to the rows inside; the table around them must not act on them too. */
function Inside({ children }: { readonly children: ReactNode }) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') event.stopPropagation()
  }
  return (
    // It only keeps events of the inputs inside from the table around.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- see above
    <div className="pw-items-inside" onKeyDown={onKeyDown} onPaste={stop}>
      {children}
    </div>
  )
}

export interface InnerRowsProps {
  readonly control: ControlProps<LineItemsField>
  /** The whole table. */
  readonly whole: (props: ControlProps<LineItemsField>) => ReactNode
}

/** Rows inside a row: their number in the cell, the table in a dialog that leads back to the row. */
export function InnerRows({ control, whole }: InnerRowsProps) {
  const said = useFormat(control.titles)(control.field, control.value)
  return (
    <CellDialog
      control={control as unknown as ControlProps}
      said={said}
      width={960}
      whole={(id) => <Inside>{whole({ ...control, id, compact: false })}</Inside>}
    >
      <span className="pw-items-count">
        <Icon name="table" className="pw-quiet" /> {said}
      </span>
    </CellDialog>
  )
}
