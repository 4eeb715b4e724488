import type { ExchangeRate } from '@pipewright/contract'
import { usualCurrencies } from '@pipewright/metadata'
import { AutoComplete, Form, Input, Modal, Select } from 'antd'
import type { ReactNode } from 'react'
import { useText } from '../../texts/use-text.ts'
import { DayInput } from '../day-input.tsx'
import type { ChangeRates } from './rates-answer.ts'

interface RateDialogProps {
  /** The rate that is changed; null for a new one. */
  readonly rate: ExchangeRate | null
  readonly homes: readonly string[]
  readonly busy: boolean
  readonly notice: ReactNode
  readonly onSave: ChangeRates
  readonly onClose: () => void
}

const isCode = /^[A-Za-z]{3}$/
const isRate = /^(?=.*[1-9])\d{1,18}(\.\d{1,10})?$/

/** From which day on one unit of a currency is worth how much. */
export function RateDialog({ rate, homes, busy, notice, onSave, onClose }: RateDialogProps) {
  const text = useText()
  const [form] = Form.useForm<ExchangeRate>()
  const save = async (values: ExchangeRate) => {
    const next = { ...values, currency: values.currency.toUpperCase() }
    const isMoved =
      rate !== null && (rate.currency !== next.currency || rate.from !== next.from || rate.home !== next.home)
    if (await onSave([next], isMoved ? [rate] : [])) onClose()
  }
  return (
    <Modal
      open
      title={rate === null ? text('addRate') : text('changeRate')}
      okText={text('save')}
      cancelText={text('cancel')}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {notice}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={rate ?? { home: homes[0] }}
        onFinish={(values) => void save(values)}
      >
        <Form.Item
          name="currency"
          label={text('currency')}
          rules={[{ required: true, pattern: isCode, message: text('currencyWrong') }]}
        >
          <AutoComplete autoFocus options={usualCurrencies.map((value) => ({ value }))} />
        </Form.Item>
        <Form.Item
          name="from"
          label={text('rateFrom')}
          rules={[{ required: true, message: text('dayMissing') }]}
        >
          <DayInput />
        </Form.Item>
        <Form.Item
          name="rate"
          label={text('rate')}
          extra={text('rateHint')}
          rules={[{ required: true, pattern: isRate, message: text('rateWrong') }]}
        >
          <Input inputMode="decimal" autoComplete="off" />
        </Form.Item>
        <Form.Item name="home" label={text('homeCurrency')}>
          <Select options={homes.map((value) => ({ value }))} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
