import { ProblemError, type PushAnswer, type PushDevice } from '@pipewright/contract'
import { ErrorNotice, RowsSkeleton, useSay } from '@pipewright/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { client } from '../../../queries/client.ts'
import { useSession } from '../../../queries/session.ts'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useDay } from '../../../shell/use-day.ts'
import { pushState, subscribe, subscription } from './device.ts'
import './push.css'
import { noteTold } from './told-here.ts'
import { usePushText } from './use-push-text.ts'

interface DeviceProps {
  readonly device: PushDevice
  readonly isThis: boolean
  readonly onTest: () => void
  readonly onStop: () => void
}

function DeviceLine({ device, isThis, onTest, onStop }: DeviceProps) {
  const t = usePushText()
  const day = useDay()
  const { name, createdAt, sentAt } = device
  return (
    <li>
      <span className="push-name">
        {name}
        {isThis && <span className="push-this"> · {t('thisDevice')}</span>}
        <small>
          {sentAt === null ? t('since', { day: day(createdAt) }) : t('toldLast', { day: day(sentAt) })}
        </small>
      </span>
      <Button aria-label={`${t('test')}: ${name}`} onClick={onTest}>
        {t('test')}
      </Button>
      <Button aria-label={`${t('stop')}: ${name}`} onClick={onStop}>
        {t('stop')}
      </Button>
    </li>
  )
}

/** What can be done with devices; each answers what is there afterwards. */
function useDevices() {
  const { key: workspace } = useWorkspace().workspace
  const account = useSession().data?.account?.id ?? ''
  const t = usePushText()
  const queries = useQueryClient()
  const { message } = useSay()
  const queryKey = ['push', workspace]
  const params = { workspace }
  const [busy, setBusy] = useState(false)
  const own = useQuery({
    queryKey: ['push-device'],
    queryFn: async () => (await subscription())?.endpoint ?? null,
  })
  const found = useQuery({ queryKey, queryFn: () => client.call('getPush', { params }) })
  const again = () => Promise.all([own.refetch(), queries.invalidateQueries({ queryKey })])
  const tried = async (act: () => Promise<unknown>) => {
    setBusy(true)
    try {
      await act()
    } catch {
      message.error(t('failed'))
    }
    await again()
    setBusy(false)
  }
  return {
    found,
    busy,
    endpoint: own.data ?? null,
    turnOn: ({ publicKey }: PushAnswer) =>
      tried(async () => {
        const body = await subscribe(publicKey)
        if (body === null) {
          message.info(t('notAllowed'))
          return
        }
        await client.call('addPushDevice', { params, body })
        noteTold(account, workspace, true)
        message.success(t('on'))
      }),
    test: ({ id }: PushDevice) =>
      tried(async () => {
        const { result } = await client.call('testPushDevice', { params: { workspace, id } })
        message[result === 'sent' ? 'success' : 'warning'](t(`test_${result}`))
      }),
    // Another workspace may still tell on the same device, so its browser stays subscribed.
    stop: ({ id, endpoint }: PushDevice) =>
      tried(async () => {
        await client.call('removePushDevice', { params: { workspace, id } })
        if (endpoint === own.data) noteTold(account, workspace, false)
        message.success(t('stopped'))
      }),
  }
}

/** On which devices the member is told by push, and this one among them. Leave is asked for by the button alone. */
export function PushSection() {
  const t = usePushText()
  const { found, busy, endpoint, turnOn, test, stop } = useDevices()
  const state = pushState()
  if (found.isPending) return <RowsSkeleton />
  if (found.isError)
    return (
      <ErrorNotice
        problem={found.error instanceof ProblemError ? found.error.problem : null}
        onRetry={() => void found.refetch()}
      />
    )
  const { devices } = found.data
  const isOn = endpoint !== null && devices.some((device) => device.endpoint === endpoint)
  return (
    <section className="push-section" aria-labelledby="push-title">
      <h2 id="push-title">{t('title')}</h2>
      <p>{t('hint')}</p>
      {state === 'unsupported' && <Alert type="info" title={t('unsupported')} />}
      {state === 'blocked' && <Alert type="warning" title={t('blocked')} />}
      {state === 'open' && !isOn && (
        <Button disabled={busy} onClick={() => void turnOn(found.data)}>
          {t('turnOn')}
        </Button>
      )}
      {devices.length > 0 && (
        <ul className="push-devices">
          {devices.map((device) => (
            <DeviceLine
              key={device.id}
              device={device}
              isThis={device.endpoint === endpoint}
              onTest={() => void test(device)}
              onStop={() => void stop(device)}
            />
          ))}
        </ul>
      )}
    </section>
  )
}
