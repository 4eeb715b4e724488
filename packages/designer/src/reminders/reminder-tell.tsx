import { fieldsInText } from '@pipewright/metadata'
import type { Reminder } from '@pipewright/schemas'
import { Select, Switch } from 'antd'
import { FilledLabelProperty } from '../elements/filled-label-property.tsx'
import { useDefinition, useDesign, useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { LocalizedInput } from '../parts/localized-input.tsx'
import { NumberProperty } from '../parts/number-property.tsx'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { recipientChoices, recipientName, recipientNamed } from './recipient-choices.ts'
import type { ReminderPartProps } from './reminder-times.tsx'

type Task = NonNullable<Reminder['task']>

function withoutTask(reminder: Reminder): Reminder {
  const { task: _, ...rest } = reminder
  return rest
}

function dueAfter(task: Task, dueIn: number | undefined): Task {
  const { dueIn: _, ...rest } = task
  return dueIn === undefined ? rest : { ...rest, dueIn }
}

/** What is told, unless values stand in it: a task reads the same for everybody. */
const titleFrom = ({ text, label }: Reminder): Task['title'] =>
  Object.values(text).some((words) => fieldsInText(words).length > 0) ? label : text

const mostTold = 20

/** The task that whoever is told gets. */
function ReminderTask({ reminder, change }: ReminderPartProps) {
  const t = useTexts()
  const { task } = reminder
  const put = (next: (task: Task) => Task) =>
    change((now) => (now.task === undefined ? now : { ...now, task: next(now.task) }))
  return (
    <>
      <Property label={t('reminders.task')} inline>
        {(id) => (
          <Switch
            id={id}
            size="small"
            checked={task !== undefined}
            onChange={(on) =>
              change((now) => (on ? { ...now, task: { title: titleFrom(now) } } : withoutTask(now)))
            }
          />
        )}
      </Property>
      {task !== undefined && (
        <>
          <Property label={t('reminders.taskTitle')} group>
            {() => (
              <LocalizedInput
                label={t('reminders.taskTitle')}
                value={task.title}
                onCommit={(title) => {
                  if (Object.keys(title).length > 0) put((now) => ({ ...now, title }))
                }}
              />
            )}
          </Property>
          <NumberProperty
            label={t('reminders.dueIn')}
            value={task.dueIn}
            min={0}
            max={365}
            placeholder={t('reminders.dueOnDate')}
            onCommit={(dueIn) => put((now) => dueAfter(now, dueIn))}
          />
        </>
      )}
    </>
  )
}

/** Who is told, what they read, and what they are to do. */
export function ReminderTell(props: ReminderPartProps) {
  const { form, reminder, change } = props
  const t = useTexts()
  const read = useLocalized()
  const definition = useDefinition()
  const index = useIndex()
  const { people } = useDesign().app
  const choices = recipientChoices(form, { definition, index, people, read, t })
  return (
    <>
      <Property label={t('reminders.tell')}>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            className="pwd-full"
            maxCount={mostTold}
            showSearch={{ optionFilterProp: 'label' }}
            value={reminder.tell.map(recipientName)}
            options={choices}
            onChange={(names: string[]) => {
              const [first, ...others] = names.map(recipientNamed)
              if (first !== undefined) change((now) => ({ ...now, tell: [first, ...others] }))
            }}
          />
        )}
      </Property>
      <FilledLabelProperty
        form={form}
        label={t('reminders.text')}
        help={t('reminders.textHelp')}
        value={reminder.text}
        onCommit={(text) => {
          if (Object.keys(text).length > 0) change((now) => ({ ...now, text }))
        }}
      />
      <ReminderTask {...props} />
    </>
  )
}
