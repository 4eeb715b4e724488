import { Button, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import type { ControlProps } from './field-control.ts'

export interface CellDialogProps {
  readonly control: ControlProps
  /** What the cell shows in one line; it stands in the name of the button as `said`. */
  readonly children: ReactNode
  readonly said: string
  /** The whole control, which has no room in a cell. */
  readonly whole: (id: string) => ReactNode
  readonly width?: number
}

/** A value that is seen in a cell and edited in a dialog, since a cell has no room for its control. */
export function CellDialog({ control, children, said, whole, width = 720 }: CellDialogProps) {
  const t = useTexts()
  const [open, setOpen] = useState(false)
  const { id, label, invalid = false, describedBy, onBlur } = control
  const close = () => {
    setOpen(false)
    onBlur?.()
  }
  return (
    <>
      <button
        id={id}
        type="button"
        data-invalid={invalid ? '' : undefined}
        aria-describedby={describedBy}
        className="pw-light pw-cell-opens"
        aria-label={said === '' ? label : `${label}: ${said}`}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {children}
      </button>
      <Modal
        open={open}
        width={width}
        title={label}
        onCancel={close}
        destroyOnHidden
        footer={
          <Button type="primary" onClick={close}>
            {t('control.rowDone')}
          </Button>
        }
      >
        {open && whole(`${id}-whole`)}
      </Modal>
    </>
  )
}
