import { Modal, Segmented } from 'antd'
import { useState } from 'react'
import { TablePart } from '../from-table/table-part.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { Names, Users } from './new-form-basics.tsx'
import { useNewForm } from './use-new-form.ts'

export interface NewFormDialogProps {
  readonly open: boolean
  /** Begins with a table: this one, or one that is yet to be chosen. */
  readonly table?: File | null | undefined
  readonly onClose: () => void
}

/** Asks for the name of a new form, who may use it, and what it is made from. */
export function NewFormDialog(props: NewFormDialogProps) {
  const t = useTexts()
  const form = useNewForm(props.onClose, props.table === undefined ? 'blank' : 'table')
  // Read once: whoever puts it back chooses another.
  const [given, take] = useState(props.table ?? null)
  const isTable = form.start === 'table'
  return (
    <Modal
      open={props.open}
      width={isTable ? 840 : 520}
      title={t('forms.new')}
      okText={t('forms.create')}
      okButtonProps={{ disabled: !form.isReady }}
      onOk={form.create}
      onCancel={props.onClose}
      destroyOnHidden
    >
      <div className="pwd-new-form">
        <Segmented
          block
          aria-label={t('fromTable.start')}
          value={form.start}
          options={(['blank', 'table'] as const).map((value) => ({ value, label: t(`fromTable.${value}`) }))}
          onChange={form.setStart}
        />
        {isTable && (
          <TablePart
            form={form.table}
            file={given}
            imports={form.imports}
            onImports={form.setImports}
            onName={(name) => {
              take(null)
              form.name(name)
            }}
          />
        )}
        <Names label={form.label} onChange={form.setLabel} onEnter={form.create} />
        <Users roles={form.others} chosen={form.chosen} onChange={form.setRoles} />
      </div>
    </Modal>
  )
}
