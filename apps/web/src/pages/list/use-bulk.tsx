import { ProblemError, type BodyOf, type RecordAnswer, type Routes } from '@pipewright/contract'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { client } from '../../queries/client.ts'
import { refreshRecords } from '../../queries/records.ts'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { useWarnings } from '../use-warnings.tsx'

export type BulkAction = BodyOf<Routes['bulkRecords']>['action']
type Reference = Pick<RecordAnswer, 'id' | 'version'>

/** One that was deleted along with another comes back with it. */
const isBackAlready = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.code === 'not-found'

/** Acts on many records at once, says how many were refused and why, and offers to take a deletion back. */
export function useBulk(form: string, records: readonly Reference[], onDone: () => void) {
  const params = { workspace: useWorkspace().workspace.key, form }
  const text = useText()
  const queries = useQueryClient()
  const call = useCall()
  const warn = useWarnings()
  const { message } = App.useApp()
  const refresh = async () => {
    await refreshRecords(queries)
    onDone()
  }
  const restore = async (list: readonly Reference[]) => {
    await call.run(async () => {
      for (const { id, version } of list)
        try {
          await client.call('restoreRecord', { params: { ...params, id }, body: { version } })
        } catch (error) {
          if (!isBackAlready(error)) throw error
        }
    })
    await refresh()
  }
  const offerUndo = (done: number, refused: ReadonlySet<string>) => {
    const gone = records
      .filter(({ id }) => !refused.has(id))
      .map(({ id, version }) => ({ id, version: version + 1 }))
    const undo = (
      <Button type="link" size="small" onClick={() => void restore(gone)}>
        {text('undo')}
      </Button>
    )
    void message.success({
      duration: 8,
      content: (
        <>
          {text('deletedMany', { count: done })} {undo}
        </>
      ),
    })
  }
  const act = async (action: BulkAction) => {
    const list = records.map(({ id, version }) => ({ id, version }))
    const answer = await call.run(() =>
      client.call('bulkRecords', { params, body: { records: list, action } }),
    )
    if (answer === undefined) return
    const [first] = answer.refused
    if (first !== undefined)
      void message.warning(`${text('refusedMany', { count: answer.refused.length })} ${first.message}`)
    if (answer.done.length > 0 && action.type === 'delete')
      offerUndo(answer.done.length, new Set(answer.refused.map(({ id }) => id)))
    else if (action.type === 'button') {
      if (answer.done.length > 0) void message.success(text('pressedMany', { count: answer.done.length }))
    } else if (first === undefined && answer.warnings.length === 0) void message.success(text('saved'))
    warn(answer.warnings)
    await refresh()
  }
  return { call, act, restore: () => restore(records) }
}
