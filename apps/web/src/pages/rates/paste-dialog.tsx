import { Alert, Input, Modal, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useText } from '../../texts/use-text.ts'
import { readRates } from './read-rates.ts'
import type { ChangeRates } from './rates-answer.ts'

interface PasteDialogProps {
  readonly homes: readonly string[]
  readonly busy: boolean
  readonly notice: ReactNode
  readonly onSave: ChangeRates
  readonly onClose: () => void
}

/** Takes rates from a table: currency, day and rate per line. */
export function PasteDialog({ homes, busy, notice, onSave, onClose }: PasteDialogProps) {
  const text = useText()
  const [pasted, paste] = useState('')
  const [home, count] = useState(homes[0] ?? 'CNY')
  const { rates, wrong } = readRates(pasted, home)
  const save = async () => {
    if (await onSave(rates)) onClose()
  }
  return (
    <Modal
      open
      title={text('pasteRates')}
      okText={text('takeRates', { count: String(rates.length) })}
      okButtonProps={{ disabled: rates.length === 0 || wrong.length > 0 }}
      cancelText={text('cancel')}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      {notice}
      <p>{text('pasteRatesHint')}</p>
      <Input.TextArea
        autoFocus
        rows={8}
        aria-label={text('pasteRates')}
        placeholder={'USD\t2026-01-01\t7.1'}
        value={pasted}
        onChange={(event) => paste(event.target.value)}
      />
      {homes.length > 1 && (
        <Select
          aria-label={text('homeCurrency')}
          value={home}
          options={homes.map((value) => ({ value }))}
          onChange={count}
        />
      )}
      {wrong.length > 0 && (
        <Alert type="error" title={text('linesWrong')} description={wrong.slice(0, 5).join(' · ')} />
      )}
    </Modal>
  )
}
