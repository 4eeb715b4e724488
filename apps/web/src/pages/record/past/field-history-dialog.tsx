import type { HistoryEvent, JsonValue, RecordAnswer } from '@pipewright/contract'
import { isEntered, localize } from '@pipewright/metadata'
import { FieldValue } from '@pipewright/renderer'
import type { Field, Form } from '@pipewright/schemas'
import { RowsSkeleton, useUiLocale } from '@pipewright/ui'
import { useQuery } from '@tanstack/react-query'
import { Button, Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { useMoment } from '../../../shell/use-moment.ts'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'
import { allEvents } from './all-events.ts'
import { usePutBack } from './use-put-back.ts'
import '../../../undo/undo.css'
import './past.css'

interface Props {
  readonly form: Form
  readonly record: RecordAnswer
  readonly onClose: () => void
}

interface Past {
  readonly id: string
  readonly at: string
  readonly member: string | null
  readonly value: JsonValue
}

const valuesOf = (events: readonly HistoryEvent[], field: string): Past[] =>
  events.flatMap(({ id, at, member, changes }) =>
    changes
      .filter((change) => change.field === field)
      .map((change) => ({ id, at, member, value: change.new })),
  )

function Values({ field, ...props }: Props & { readonly field: Field }) {
  const { form, record } = props
  const app = useWorkspace()
  const text = useText()
  const moment = useMoment()
  const putBack = usePutBack(props)
  const params = { workspace: app.workspace.key, form: form.key, id: record.id }
  const history = useQuery({
    queryKey: ['records', params.workspace, form.key, 'all-history', record.id, record.version],
    queryFn: () => allEvents(params),
  })
  if (history.data === undefined) return <RowsSkeleton rows={4} />
  const past = valuesOf(history.data.events, field.key)
  if (past.length === 0) return <p>{text('fieldHistoryNone')}</p>
  const mayWrite =
    app.rights[form.key]?.fields[field.key] === 'write' &&
    record.may?.update === true &&
    record.locked_by === null &&
    isEntered(field) &&
    field.type !== 'lineItems'
  const who = (id: string | null) => app.people.find((person) => person.id === id)?.name ?? text('somebody')
  return (
    <ol className="undo-steps">
      {past.map(({ id, at, member, value }, position) => (
        <li key={id} className="undo-step">
          <div>
            <FieldValue field={field} value={value} titles={{ ...record.titles, ...history.data.titles }} />
            <div className="undo-when">{text('fieldHistoryBy', { name: who(member), at: moment(at) })}</div>
          </div>
          {position === 0 ? (
            <span className="undo-when">{text('putBackNow')}</span>
          ) : (
            mayWrite && (
              <Button size="small" onClick={() => void putBack(field, value)}>
                {text('putBack')}
              </Button>
            )
          )}
        </li>
      ))}
    </ol>
  )
}

/** The values of a field over time, each of which can be put back. */
export function FieldHistoryDialog(props: Props) {
  const { form, record, onClose } = props
  const text = useText()
  const locale = useUiLocale()
  const id = useId()
  const { rights } = useWorkspace()
  const readable = form.fields.filter(({ key }) => rights[form.key]?.fields[key] !== undefined)
  const [chosen, choose] = useState(form.titleField ?? readable[0]?.key ?? '')
  const field = readable.find(({ key }) => key === chosen)
  return (
    <Modal
      open
      width={640}
      title={text('fieldHistoryTitle', { title: record.title })}
      footer={null}
      onCancel={onClose}
    >
      <label htmlFor={id}>{text('fieldHistoryField')}</label>
      <Select
        id={id}
        showSearch={{ optionFilterProp: 'label' }}
        style={{ width: '100%' }}
        value={chosen}
        onChange={choose}
        options={readable.map(({ key, label }) => ({ value: key, label: localize(label, locale) || key }))}
      />
      {field !== undefined && <Values {...props} field={field} />}
    </Modal>
  )
}
