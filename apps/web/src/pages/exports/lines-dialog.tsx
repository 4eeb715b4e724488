import { localize } from '@pipewright/metadata'
import type { Form as AppForm, LineItemsField } from '@pipewright/schemas'
import { useUiLocale } from '@pipewright/ui'
import { Form, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useText } from '../../texts/use-text.ts'
import { useExport, type Exported } from './use-export.tsx'

interface LinesDialogProps {
  readonly form: AppForm
  readonly lines: readonly LineItemsField[]
  readonly exported: Exported
  readonly onClose: () => void
}

interface Values {
  readonly rowsOf: string
  readonly format: 'csv' | 'xlsx'
}

/** Which line items go along, one row of the file each. */
export function LinesDialog({ form, lines, exported, onClose }: LinesDialogProps) {
  const text = useText()
  const locale = useUiLocale()
  const sendFile = useExport(form)
  const [busy, setBusy] = useState(false)
  const [values] = Form.useForm<Values>()
  const send = async ({ format, rowsOf }: Values) => {
    setBusy(true)
    await sendFile(format, { ...exported, rowsOf })
    onClose()
  }
  const initial: Values = { rowsOf: lines[0]?.key ?? '', format: 'xlsx' }
  const formats = [
    { value: 'xlsx', label: 'Excel (XLSX)' },
    { value: 'csv', label: 'CSV' },
  ]
  const choices = lines.map(({ key, label }) => ({ value: key, label: localize(label, locale) }))
  return (
    <Modal
      open
      title={text('exportLinesTitle')}
      okText={text('exportGo')}
      cancelText={text('cancel')}
      confirmLoading={busy}
      onOk={() => values.submit()}
      onCancel={onClose}
    >
      <p>{text('exportLinesHint')}</p>
      <Form form={values} layout="vertical" initialValues={initial} onFinish={(given) => void send(given)}>
        <Form.Item name="rowsOf" label={text('exportLinesOf')}>
          <Radio.Group options={choices} />
        </Form.Item>
        <Form.Item name="format" label={text('exportFormat')}>
          <Radio.Group options={formats} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
