import type { FastifyReply } from 'fastify'

export interface EventStream {
  send(event: string, data: unknown): void
  end(): void
}

/** Server-sent events on the connection of a request; `onEnd` is called once, whoever ends it. */
export function openEventStream(
  reply: FastifyReply,
  { heartbeatMs, onEnd }: { readonly heartbeatMs: number; readonly onEnd: () => void },
): EventStream {
  reply.hijack()
  const { raw } = reply
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) raw.setHeader(name, value)
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  raw.write(': connected\n\n')
  const heartbeat = setInterval(() => raw.write(': alive\n\n'), heartbeatMs)
  let ended = false
  function end(): void {
    if (ended) return
    ended = true
    clearInterval(heartbeat)
    raw.end()
    onEnd()
  }
  raw.on('close', end)
  raw.on('error', end)
  return {
    send: (event, data) => void raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    end,
  }
}
