import { useSay } from '@pipewright/ui'
import { Select } from 'antd'
import { client } from '../../queries/client.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { useRefreshBin } from './use-bin.ts'

const never = 0
const offered = [30, 90, 365] as const

/** How long deleted records are kept; administrators choose it. */
export function Keeping({ days }: { readonly days: number | null }) {
  const app = useWorkspace()
  const text = useText()
  const call = useCall()
  const refresh = useRefreshBin()
  const { modal } = useSay()
  if (!app.may.admin)
    return <p>{days === null ? text('binHintNever') : text('binHintDays', { count: days })}</p>
  const all = [...new Set([...offered, ...(days === null ? [] : [days])])].toSorted(
    (one, other) => one - other,
  )
  const save = async (next: number) => {
    const body = { days: next === never ? null : next }
    const params = { workspace: app.workspace.key }
    await call.run(() => client.call('setBinKeeping', { params, body }))
    await refresh()
  }
  const choose = (next: number) => {
    if (next === never) return void save(next)
    modal.confirm({
      title: text('binKeep'),
      content: text('binKeepAsk', { count: next }),
      okText: text('save'),
      cancelText: text('cancel'),
      onOk: () => save(next),
    })
  }
  return (
    <div className="bin-keep">
      <CallNotice problem={call.problem} lost={call.lost} />
      <span>{text('binKeep')}</span>
      <Select
        aria-label={text('binKeep')}
        value={days ?? never}
        loading={call.busy}
        options={[
          ...all.map((value) => ({ value, label: text('binKeepDays', { count: value }) })),
          { value: never, label: text('binKeepNever') },
        ]}
        onChange={choose}
      />
    </div>
  )
}
