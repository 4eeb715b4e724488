import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export interface Counted {
  statements: number
  /** Statements sent before the answer of the one before was there share a trip. */
  trips: number
}

export interface StatementCounter {
  /** The database through the counter. */
  readonly url: string
  readonly seen: Counted
  close(): void
}

const headBytes = 5

/** Calls back with the type of every message of PostgreSQL's protocol; a first message without type is skipped. */
function messageReader(hasStartup: boolean, onMessage: (type: string) => void): (chunk: Buffer) => void {
  let waiting = Buffer.alloc(0)
  let startup = hasStartup
  return (chunk) => {
    waiting = Buffer.concat([waiting, chunk])
    for (;;) {
      const typeBytes = startup ? 0 : 1
      if (waiting.length < headBytes) return
      const length = typeBytes + waiting.readInt32BE(typeBytes)
      if (waiting.length < length) return
      if (!startup) onMessage(String.fromCharCode(waiting[0] ?? 0))
      startup = false
      waiting = waiting.subarray(length)
    }
  }
}

function join(client: Socket, server: Socket, seen: Counted): void {
  let unanswered = 0
  const sent = messageReader(true, (type) => {
    if (type === 'Q' || type === 'E') seen.statements += 1
    if (type !== 'Q' && type !== 'S') return
    if (unanswered === 0) seen.trips += 1
    unanswered += 1
  })
  const answered = messageReader(false, (type) => {
    if (type === 'Z') unanswered = Math.max(0, unanswered - 1)
  })
  client.on('data', (chunk) => (sent(chunk), server.write(chunk)))
  server.on('data', (chunk) => (answered(chunk), client.write(chunk)))
  for (const [one, other] of [
    [client, server],
    [server, client],
  ] as const) {
    one.on('close', () => other.destroy())
    one.on('error', () => other.destroy())
  }
}

/** Stands between a server and its database and counts what is asked, the same way for either server. */
export async function countStatements(databaseUrl: string): Promise<StatementCounter> {
  const target = new URL(databaseUrl)
  const seen: Counted = { statements: 0, trips: 0 }
  const counter = createServer((client) => {
    join(client, connect({ host: target.hostname, port: Number(target.port) }), seen)
  })
  await new Promise<void>((resolve) => counter.listen(0, '127.0.0.1', resolve))
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String((counter.address() as AddressInfo).port)
  return { url: url.href, seen, close: () => void counter.close() }
}
