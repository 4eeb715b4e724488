import type { BinSelection, BulkJob, Loss } from '@pipewright/contract'
import { useCount } from '@pipewright/renderer'
import { useQuery } from '@tanstack/react-query'
import { Input, Modal, Skeleton } from 'antd'
import { useId, useState } from 'react'
import { client } from '../../queries/client.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'

interface PurgeDialogProps {
  readonly selection: BinSelection
  readonly onBegun: (job: BulkJob) => void
  readonly onClose: () => void
}

const kilo = 1024

function LossList({ loss }: { readonly loss: Loss }) {
  const text = useText()
  const said = useCount()
  const size = `${said(Math.ceil(loss.bytes / kilo), true)} KB`
  const along = loss.along > 0 ? ` (${text('binLossAlong', { count: loss.along })})` : ''
  return (
    <>
      <p>{text('binLoss')}</p>
      <ul>
        <li>
          {text('binLossRecords', { count: loss.records })}
          {along}
        </li>
        {loss.files > 0 && <li>{text('binLossFiles', { count: loss.files, size })}</li>}
        {loss.comments > 0 && <li>{text('binLossComments', { count: loss.comments })}</li>}
        {loss.mails > 0 && <li>{text('binLossMails', { count: loss.mails })}</li>}
        {loss.tasks > 0 && <li>{text('binLossTasks', { count: loss.tasks })}</li>}
      </ul>
      <p>{text('binLossLedger')}</p>
    </>
  )
}

/** Names what is lost; nobody deletes for good by a slip, since the number has to be typed. */
export function PurgeDialog({ selection, onBegun, onClose }: PurgeDialogProps) {
  const workspace = useWorkspace().workspace.key
  const text = useText()
  const id = useId()
  const call = useCall()
  const [typed, type] = useState('')
  const params = { workspace }
  const measured = useQuery({
    queryKey: ['bin-loss', workspace, selection],
    queryFn: () => client.call('measureLoss', { params, body: { selection } }),
    gcTime: 0,
    retry: false,
  })
  const loss = measured.data
  const isTyped = loss !== undefined && loss.records > 0 && typed.trim() === String(loss.records)
  const purge = async () => {
    if (loss === undefined) return
    const body = { selection, expected: loss.records - loss.along }
    const job = await call.run(() => client.call('purgeMany', { params, body }))
    if (job === undefined) void measured.refetch()
    else onBegun(job)
  }
  return (
    <Modal
      open
      title={text('binPurgeTitle')}
      okText={text('binPurge')}
      okType="default"
      okButtonProps={{ danger: true, disabled: !isTyped }}
      cancelText={text('cancel')}
      confirmLoading={call.busy}
      onOk={() => void purge()}
      onCancel={onClose}
    >
      <CallNotice problem={call.problem} lost={call.lost || measured.isError} />
      {measured.isPending && <Skeleton active />}
      {loss?.records === 0 && <p>{text('binLossNone')}</p>}
      {loss !== undefined && loss.records > 0 && (
        <>
          <LossList loss={loss} />
          <label htmlFor={id}>{text('binLossType', { count: loss.records })}</label>
          <Input
            id={id}
            inputMode="numeric"
            autoComplete="off"
            value={typed}
            onChange={(event) => type(event.target.value)}
            onPressEnter={() => isTyped && void purge()}
          />
        </>
      )}
    </Modal>
  )
}
