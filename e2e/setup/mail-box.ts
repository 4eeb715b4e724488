import { createServer, type AddressInfo, type Socket } from 'node:net'

interface Mail {
  readonly to: readonly string[]
  readonly raw: string
}

interface MailBox {
  readonly port: number
  readonly mails: readonly Mail[]
  /** Addresses that it takes nothing for. */
  readonly refuses: Set<string>
  close(): Promise<void>
}

const addressIn = (line: string): string => /<([^>]*)>/.exec(line)?.[1] ?? ''

/** Says what a mail server says to one connection. */
function converse(socket: Socket, refuses: ReadonlySet<string>, keep: (mail: Mail) => void): void {
  let to: string[] = []
  let held = ''
  let isData = false
  const answer = (line: string): string => {
    if (line.startsWith('DATA')) {
      isData = true
      return '354 go on'
    }
    if (!line.startsWith('RCPT')) return line.startsWith('QUIT') ? '221 bye' : '250 ok'
    const address = addressIn(line)
    if (refuses.has(address)) return '550 no such mailbox'
    to.push(address)
    return '250 ok'
  }
  socket.on('error', () => undefined)
  socket.write('220 box\r\n')
  socket.on('data', (part) => {
    held += part.toString()
    const end = isData ? '\r\n.\r\n' : '\r\n'
    const at = held.indexOf(end)
    if (at < 0) return
    const said = held.slice(0, at)
    held = held.slice(at + end.length)
    if (isData) {
      isData = false
      keep({ to, raw: said })
      to = []
      socket.write('250 taken\r\n')
      return
    }
    socket.write(`${answer(said)}\r\n`)
    if (said.startsWith('QUIT')) socket.end()
  })
}

/** A mail server of this machine that keeps what comes. */
export async function mailBox(): Promise<MailBox> {
  const mails: Mail[] = []
  const refuses = new Set<string>()
  const server = createServer((socket) => converse(socket, refuses, (mail) => mails.push(mail)))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const close = async () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
    })
  return { port, mails, refuses, close }
}
