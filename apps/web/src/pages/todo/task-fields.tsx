import { useUiLocale } from '@pipewright/ui'
import { Flex, Form, Input, InputNumber, Select } from 'antd'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { weekdayNames } from '../settings/calendar-names.ts'
import { datesOfForm } from './record-dates.ts'
import { RelativeFields } from './relative-fields.tsx'
import { DayInput, TimeInput } from './moment-inputs.tsx'
import { never, type RepeatChoice, type TaskWish } from './task-wish.ts'

const hour = 60
const day = 24 * hour
const mostCount = 365

function DueFields({ isRelative }: { readonly isRelative: boolean }) {
  const text = useText()
  return (
    <Flex gap={12} wrap>
      {!isRelative && (
        <Form.Item name="day" label={text('taskDay')}>
          <DayInput label={text('taskDay')} />
        </Form.Item>
      )}
      <Form.Item name="time" label={text('taskTime')}>
        <TimeInput label={text('taskTime')} />
      </Form.Item>
    </Flex>
  )
}

function RepeatFields({ repeat }: { repeat: RepeatChoice }) {
  const text = useText()
  const locale = useUiLocale()
  const choices: { value: RepeatChoice; label: string }[] = [
    { value: 'never', label: text('repeatNever') },
    { value: 'day', label: text('repeatDay') },
    { value: 'workdays', label: text('repeatWorkdays') },
    { value: 'week', label: text('repeatWeek') },
    { value: 'month', label: text('repeatMonth') },
  ]
  return (
    <>
      <Form.Item name="repeat" label={text('taskRepeat')}>
        <Select options={choices} />
      </Form.Item>
      {repeat !== 'never' && (
        <Form.Item name="count" label={text('repeatCount')} extra={text('repeatCountHint')}>
          <InputNumber min={1} max={mostCount} precision={0} />
        </Form.Item>
      )}
      {repeat === 'week' && (
        <Form.Item name="days" label={text('repeatDays')}>
          <Select
            mode="multiple"
            allowClear
            options={weekdayNames(locale).map((label, at) => ({ value: at + 1, label }))}
          />
        </Form.Item>
      )}
    </>
  )
}

/** The fields of a task. What needs a day is asked for once there is one. */
/** `about`: the form of the record it is about, by whose dates it can go. */
export function TaskFields({ about }: { readonly about: string | null | undefined }) {
  const app = useWorkspace()
  const locale = useUiLocale()
  const text = useText()
  const form = Form.useFormInstance<TaskWish>()
  const by = Form.useWatch('by', form) ?? ''
  const hasDay = (Form.useWatch('day', form) ?? '') !== '' || by !== ''
  const dates = datesOfForm(app.definition, about, locale)
  const repeat = Form.useWatch('repeat', form) ?? 'never'
  const reminders = [
    { value: never, label: text('remindNever') },
    { value: 0, label: text('remindThen') },
    { value: 15, label: text('remindMinutes', { count: 15 }) },
    { value: hour, label: text('remindHours', { count: 1 }) },
    { value: day, label: text('remindDays', { count: 1 }) },
    { value: 3 * day, label: text('remindDays', { count: 3 }) },
    { value: 7 * day, label: text('remindDays', { count: 7 }) },
  ]
  return (
    <>
      <Form.Item
        name="title"
        label={text('taskTitle')}
        rules={[{ required: true, whitespace: true, message: text('taskTitleMissing') }]}
      >
        <Input autoFocus maxLength={300} />
      </Form.Item>
      <Form.Item
        name="assignees"
        label={text('taskAssignees')}
        rules={[{ required: true, type: 'array', min: 1, message: text('taskAssigneesMissing') }]}
      >
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={app.people
            .filter(({ active }) => active)
            .map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      {dates.length > 0 && <RelativeFields dates={dates} by={by} />}
      <DueFields isRelative={by !== ''} />
      {hasDay && (
        <>
          {by === '' && <RepeatFields repeat={repeat} />}
          <Form.Item name="remindBefore" label={text('taskRemind')}>
            <Select options={reminders} />
          </Form.Item>
        </>
      )}
    </>
  )
}
