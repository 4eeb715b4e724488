import type { Session } from '@pipewright/contract'
import { queryClient } from './query-client.ts'
import type { StreamNeeds } from './stream/shared-stream.ts'

const standing = ['revision', 'tasks', 'notifications'] as const
const kinds = [...standing, 'builders', 'views', 'records', 'presence'] as const

/** What a stream tells; `again` that it was interrupted, so that anything may have happened. */
export type EventKind = (typeof kinds)[number] | 'again'

type Listener = (event: { readonly data: string }) => void

interface Stream {
  readonly listeners: Map<EventKind, Set<Listener>>
  readonly close: () => void
  users: number
}

const streams = new Map<string, Stream>()

/** What shares a stream is not waited for by the first page. */
function openLater(needs: StreamNeeds): () => void {
  let close: (() => void) | null = () => undefined
  void import('./stream/shared-stream.ts').then(({ shareStream }) => {
    if (close !== null) close = shareStream(needs)
  })
  return () => {
    close?.()
    close = null
  }
}

function openStream(name: string, workspace: string): Stream {
  const listeners: Stream['listeners'] = new Map()
  const close = openLater({
    name,
    url: `/api/w/${workspace}/events`,
    kinds,
    standing,
    hear: (kind, data) => listeners.get(kind as EventKind)?.forEach((listener) => listener({ data })),
  })
  return { listeners, close, users: 0 }
}

/** Hears one kind of event of a workspace. All listeners of all tabs of the same person share one stream. */
export function onWorkspaceEvent(workspace: string, kind: EventKind, listener: Listener): () => void {
  const account = queryClient.getQueryData<Session>(['session'])?.account?.id
  const name = `pipewright-events-${account}-${workspace}`
  const stream = streams.get(name) ?? openStream(name, workspace)
  streams.set(name, stream)
  stream.users += 1
  const listeners = stream.listeners.get(kind) ?? new Set()
  stream.listeners.set(kind, listeners.add(listener))
  return () => {
    listeners.delete(listener)
    stream.users -= 1
    if (stream.users > 0) return
    stream.close()
    streams.delete(name)
  }
}
