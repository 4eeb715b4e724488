import { Flex, Form, InputNumber, Select } from 'antd'
import { useText } from '../../texts/use-text.ts'
import { relativeWays, type RecordDate } from './record-dates.ts'
import './todo.css'

const mostDays = 365

interface RelativeFieldsProps {
  readonly dates: readonly RecordDate[]
  /** The date that is chosen. */
  readonly by: string
}

/** Whether a task is due on a day, or so long before or after a date of its record, which it follows. */
export function RelativeFields({ dates, by }: RelativeFieldsProps) {
  const text = useText()
  const choices = [
    { value: '', label: text('taskByDay') },
    ...dates.map(({ key, label }) => ({ value: key, label: text('taskByField', { field: label }) })),
  ]
  const field = dates.find(({ key }) => key === by)?.label ?? by
  return (
    <>
      <Form.Item name="by" label={text('taskBy')} extra={by === '' ? undefined : text('taskByHint')}>
        <Select options={choices} />
      </Form.Item>
      <Flex gap={12} wrap hidden={by === ''}>
        <Form.Item name="far" label={text('taskFar')}>
          <InputNumber min={0} max={mostDays} precision={0} />
        </Form.Item>
        <Form.Item name="way" label={text('taskWay')} className="task-way">
          <Select
            options={relativeWays.map((value) => ({ value, label: text(`way_${value}`, { field }) }))}
          />
        </Form.Item>
      </Flex>
    </>
  )
}
