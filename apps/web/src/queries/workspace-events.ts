interface Stream {
  readonly source: EventSource
  users: number
}

const streams = new Map<string, Stream>()

/**
 * Hears one kind of event of a workspace. All listeners of a page share one stream: a browser keeps only six connections to
 * a server, in all its tabs together.
 */
export function onWorkspaceEvent(
  workspace: string,
  kind: 'revision' | 'tasks' | 'notifications' | 'builders' | 'views' | 'records',
  listener: (event: MessageEvent<string>) => void,
): () => void {
  const stream = streams.get(workspace) ?? {
    source: new EventSource(`/api/w/${workspace}/events`),
    users: 0,
  }
  streams.set(workspace, stream)
  stream.users += 1
  const hear = (event: Event) => listener(event as MessageEvent<string>)
  stream.source.addEventListener(kind, hear)
  return () => {
    stream.source.removeEventListener(kind, hear)
    stream.users -= 1
    if (stream.users > 0) return
    stream.source.close()
    streams.delete(workspace)
  }
}
