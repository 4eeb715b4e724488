import type { RecordAnswer } from '@pipewright/contract'
import type { Form } from '@pipewright/schemas'
import { Button, Select } from 'antd'
import { CallNotice } from '../../session/call-notice.tsx'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { BulkButtons } from './bulk-buttons.tsx'
import { useBulk } from './use-bulk.tsx'

/** What can be done with the selected records. */
export function BulkBar(props: {
  form: Form
  rows: readonly RecordAnswer[]
  deleted: boolean
  onDone: () => void
}) {
  const app = useWorkspace()
  const text = useText()
  const { call, act, restore } = useBulk(props.form.key, props.rows, props.onDone)
  const rights = app.rights[props.form.key]
  const people = app.people.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }))
  const count = text('selected', { count: props.rows.length })
  return (
    <div className="bulk-bar" role="toolbar" aria-label={count}>
      <strong>{count}</strong>
      <CallNotice problem={call.problem} lost={call.lost} />
      {props.deleted && (
        <Button loading={call.busy} onClick={() => void restore()}>
          {text('restore')}
        </Button>
      )}
      {!props.deleted && rights?.update && (
        <Select
          aria-label={text('assign')}
          placeholder={text('assign')}
          value={null}
          options={people}
          showSearch={{ optionFilterProp: 'label' }}
          className="bulk-assign"
          onChange={(owner) => owner !== null && void act({ type: 'update', values: {}, owner })}
        />
      )}
      {!props.deleted && (
        <BulkButtons form={props.form} count={props.rows.length} busy={call.busy} act={act} />
      )}
      {!props.deleted && rights?.delete && (
        <Button danger loading={call.busy} onClick={() => void act({ type: 'delete' })}>
          {text('deleteSelected')}
        </Button>
      )}
      <Button type="text" onClick={props.onDone}>
        {text('cancel')}
      </Button>
    </div>
  )
}
