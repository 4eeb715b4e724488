import type { BodyOf, Routes } from '@pipewright/contract'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

interface Refusals {
  /** What the server answers to this address; by itself it takes everything. */
  readonly [address: string]: number
}

interface Inbox {
  readonly port: number
  /** Everything that came, as it came. */
  readonly mails: { readonly to: string; readonly raw: string }[]
  readonly refusals: Record<string, number>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/** A mail server on this machine. */
export async function inbox(refusals: Refusals = {}): Promise<Inbox> {
  const mails: Inbox['mails'] = []
  const known: Record<string, number> = { ...refusals }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, callback) {
      const code = known[address]
      callback(
        code === undefined ? null : Object.assign(new Error('no such mailbox'), { responseCode: code }),
      )
    },
    onData(stream, session, callback) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join(', ')
        mails.push({ to, raw: Buffer.concat(parts).toString('utf8') })
        callback(null)
      })
    },
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const close = async () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
    })
  const { port } = server.server.address() as AddressInfo
  return { port, mails, refusals: known, [Symbol.asyncDispose]: close }
}

type Server = BodyOf<Routes['setMailSettings']>

/** The settings of a workspace that sends through it. */
export const serverOn = (port: number): Server => ({
  enabled: true,
  host: '127.0.0.1',
  port,
  security: 'none',
  username: null,
  senderName: 'Acme CRM',
  senderAddress: 'crm@acme.example',
})

/** The texts of a mail without the folding and quoting of its lines. */
export const unfolded = (raw: string): string =>
  raw
    .replaceAll('=\r\n', '')
    .replaceAll(/((?:=[0-9A-F]{2})+)/g, (coded) =>
      Buffer.from(coded.replaceAll('=', ''), 'hex').toString('utf8'),
    )
