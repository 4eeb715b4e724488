import { BellOutlined } from '@ant-design/icons'
import type { TaskRelative } from '@pipewright/contract'
import { useUiLocale } from '@pipewright/ui'
import { Button, Dropdown } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { client } from '../../queries/client.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { enteredDatesOf, relativeOf } from './record-dates.ts'
import { remindDays, type RemindDay } from './remind-days.ts'
import { useRefreshTodo } from './use-todo.ts'

const TaskDialog = lazy(async () => ({ default: (await import('./task-dialog.tsx')).TaskDialog }))

interface RemindMeProps {
  readonly form: string
  readonly record: string
}

const usualCount = 3
/** So many dates are offered by one tap; the dialog knows all of them. */
const mostDates = 4

/** A task of one's own at a record that reminds on its morning, by one tap. */
function useRemind({ form, record }: RemindMeProps) {
  const app = useWorkspace()
  const text = useText()
  const call = useCall()
  const refresh = useRefreshTodo()
  const workspace = app.workspace.key
  const remind = async (day: string | null, relative: TaskRelative | null) => {
    const made = await call.run(async () => {
      const { title } = await client.call('getRecord', { params: { workspace, form, id: record } })
      return client.call('createTask', {
        params: { workspace },
        body: {
          title: text('remindTask', { title: title.slice(0, 200) }),
          assignees: [app.member.id],
          day,
          time: null,
          repeat: null,
          remindBefore: 0,
          relative,
          form,
          record,
        },
      })
    })
    if (made !== undefined) refresh()
  }
  return { remind, call }
}

/** "Remind me": tomorrow, in some working days, next week, before a date of the record, or as one says. */
export function RemindMe({ form, record }: RemindMeProps) {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const { remind, call } = useRemind({ form, record })
  const [asks, setAsks] = useState(false)
  const dates = enteredDatesOf(app.definition, form, locale).slice(0, mostDates)
  const items = [
    { key: 'tomorrow', label: text('snoozeTomorrow') },
    { key: 'workdays', label: text('remindWorkdays', { count: usualCount }) },
    { key: 'week', label: text('snoozeWeek') },
    ...dates.map(({ key, label }) => ({
      key: `before ${key}`,
      label: text('relative_workdaysBefore', { count: usualCount, field: label }),
    })),
    { key: 'other', label: text('remindOther') },
  ]
  const choose = (key: string) => {
    if (key === 'other') return setAsks(true)
    const [, field] = key.split(' ')
    if (field !== undefined) return void remind(null, relativeOf(field, usualCount, 'workdaysBefore'))
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: app.member.zone }).format(new Date())
    void remind(remindDays[key as RemindDay](today, app.workspace.calendar), null)
  }
  return (
    <>
      <Dropdown autoFocus trigger={['click']} menu={{ items, onClick: ({ key }) => choose(key) }}>
        <Button icon={<BellOutlined />} loading={call.busy}>
          {text('remindMe')}
        </Button>
      </Dropdown>
      <CallNotice problem={call.problem} lost={call.lost} />
      {asks && (
        <Suspense fallback={null}>
          <TaskDialog about={{ form, record }} reminds onClose={() => setAsks(false)} />
        </Suspense>
      )}
    </>
  )
}
