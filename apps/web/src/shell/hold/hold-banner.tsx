import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { appKey } from '../../queries/app.ts'
import { client } from '../../queries/client.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { useMoment } from '../use-moment.ts'
import { useWorkspace } from '../workspace-context.ts'
import { HoldDialog, type Past } from './hold-dialog.tsx'
import { useHoldText } from './use-hold-text.ts'
import { waitingWords } from './waiting-words.ts'

const againMs = 30_000

/** Says that nothing goes out since the workspace was brought back from a backup, how much waits, and lets it go on. */
export function HoldBanner() {
  const { key: workspace } = useWorkspace().workspace
  const text = useHoldText()
  const moment = useMoment()
  const queries = useQueryClient()
  const call = useCall()
  const [isOpen, setOpen] = useState(false)
  const queryKey = ['hold', workspace]
  const { data } = useQuery({
    queryKey,
    queryFn: () => client.call('getHold', { params: { workspace } }),
    refetchInterval: againMs,
  })
  const hold = data?.hold
  if (hold === undefined || hold === null) return null
  const { backupAt, restoredAt, all } = hold
  const end = async (past: Past) => {
    const body = { restoredAt, past }
    const ended = await call.run(() => client.call('endHold', { params: { workspace }, body }))
    if (ended === undefined) return
    setOpen(false)
    queries.setQueryData(queryKey, ended)
    await queries.invalidateQueries({ queryKey: appKey(workspace) })
  }
  const what = waitingWords(all, text)
  const said = backupAt === null ? text('broughtBackUnknown') : text('broughtBack', { at: moment(backupAt) })
  return (
    <>
      <Alert
        banner
        role="status"
        type="warning"
        title={text('two', {
          one: said,
          other: what === '' ? text('nothing') : text('waiting', { what }),
        })}
        action={<Button onClick={() => setOpen(true)}>{text('decide')}</Button>}
      />
      {isOpen && (
        <HoldDialog
          hold={hold}
          busy={call.busy}
          notice={<CallNotice problem={call.problem} lost={call.lost} />}
          onEnd={(past) => void end(past)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
