import type { RecordAnswer } from '@pipewright/contract'
import type { Form } from '@pipewright/schemas'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Flex, Select } from 'antd'
import { client } from '../../queries/client.ts'
import { recordsKey } from '../../queries/records.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'

/** What can be done with the selected records; each is checked by itself and the refused ones are counted. */
export function BulkBar(props: {
  form: Form
  rows: readonly RecordAnswer[]
  deleted: boolean
  onDone: () => void
}) {
  const app = useWorkspace()
  const text = useText()
  const queries = useQueryClient()
  const call = useCall()
  const { message } = App.useApp()
  const params = { workspace: app.workspace.key, form: props.form.key }
  const rights = app.rights[props.form.key]
  const records = props.rows.map(({ id, version }) => ({ id, version }))
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: recordsKey(params.workspace, params.form) })
    props.onDone()
  }
  const restore = async (list: readonly { id: string; version: number }[]) => {
    await call.run(async () => {
      for (const { id, version } of list)
        await client.call('restoreRecord', { params: { ...params, id }, body: { version } })
    })
    await refresh()
  }
  const act = async (
    action: { type: 'delete' } | { type: 'update'; values: Record<string, never>; owner: string },
  ) => {
    const answer = await call.run(() => client.call('bulkRecords', { params, body: { records, action } }))
    if (answer === undefined) return
    if (answer.refused.length > 0)
      void message.warning(
        `${text('refusedMany', { count: answer.refused.length })} ${answer.refused[0]?.message ?? ''}`,
      )
    else if (action.type === 'delete') {
      const gone = records.map(({ id, version }) => ({ id, version: version + 1 }))
      void message.success({
        duration: 8,
        content: (
          <>
            {text('deletedMany', { count: answer.done.length })}{' '}
            <Button type="link" size="small" onClick={() => void restore(gone)}>
              {text('undo')}
            </Button>
          </>
        ),
      })
    } else void message.success(text('saved'))
    await refresh()
  }
  const people = app.people
    .filter((person) => person.active)
    .map((person) => ({ value: person.id, label: person.name }))
  return (
    <Flex
      className="bulk-bar"
      align="center"
      gap={12}
      wrap
      role="toolbar"
      aria-label={text('selected', { count: records.length })}
    >
      <strong>{text('selected', { count: records.length })}</strong>
      <CallNotice problem={call.problem} lost={call.lost} />
      {props.deleted ? (
        <Button loading={call.busy} onClick={() => void restore(records)}>
          {text('restore')}
        </Button>
      ) : (
        <>
          {rights?.update && (
            <Select
              aria-label={text('assign')}
              placeholder={text('assign')}
              value={null}
              options={people}
              showSearch={{ optionFilterProp: 'label' }}
              style={{ minWidth: 160 }}
              onChange={(owner) => owner !== null && void act({ type: 'update', values: {}, owner })}
            />
          )}
          {rights?.delete && (
            <Button danger loading={call.busy} onClick={() => void act({ type: 'delete' })}>
              {text('deleteSelected')}
            </Button>
          )}
        </>
      )}
    </Flex>
  )
}
