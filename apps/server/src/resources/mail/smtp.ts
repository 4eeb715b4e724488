import { isIP } from 'node:net'
import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { checkedAddress, type Outgoing } from '../../outgoing/outgoing.ts'

export interface SmtpServer {
  readonly host: string
  readonly port: number
  readonly security: 'tls' | 'starttls' | 'none'
  readonly username: string | null
  readonly password: string | null
}

interface Attachment {
  readonly filename: string
  readonly contentType: string
  readonly content: Buffer
}

/** A mail as it goes out. */
export interface Letter {
  /** The same for each try, so that a mailbox that got it twice shows it once. */
  readonly id: string
  readonly from: { readonly name: string; readonly address: string }
  readonly to: readonly string[]
  readonly cc?: readonly string[]
  readonly replyTo?: { readonly name: string; readonly address: string }
  readonly subject: string
  readonly text: string
  readonly html?: string
  readonly attachments?: readonly Attachment[]
  readonly date: string
  readonly headers: Readonly<Record<string, string>>
}

export const mailPorts = [25, 465, 587, 2525]
const waitMs = 10_000
const answerLength = 200
const firstPermanent = 500
const lastPermanent = 599

/** What a mail server answered instead of taking a mail. */
export class MailRefused extends Error {
  /** It takes nothing for this address, now or later; what concerns the server itself may pass. */
  readonly isOfAddress: boolean
  /** It will say the same of this mail the next time. */
  readonly isPermanent: boolean
  /** It said nothing, so it may have taken the mail. */
  readonly isSilent: boolean

  constructor(
    message: string,
    {
      isOfAddress = false,
      isPermanent = false,
      isSilent = false,
    }: Partial<Omit<MailRefused, keyof Error>> = {},
  ) {
    super(message)
    this.isOfAddress = isOfAddress
    this.isPermanent = isPermanent
    this.isSilent = isSilent
  }
}

type SmtpFailure = Error & {
  readonly responseCode?: number | undefined
  readonly command?: string | undefined
  readonly response?: string | undefined
}

/** One line of what the server said, to be shown to those who set mail up. */
const answerOf = ({ response, message }: SmtpFailure): string =>
  (response ?? message).replaceAll(/[^\P{C}]+/gu, ' ').slice(0, answerLength)

function refusedBy(error: SmtpFailure): MailRefused {
  const { responseCode = 0, command = '' } = error
  const isPermanent = responseCode >= firstPermanent && responseCode <= lastPermanent
  const isOfAddress = isPermanent && command.startsWith('RCPT')
  return new MailRefused(answerOf(error), { isOfAddress, isPermanent, isSilent: responseCode === 0 })
}

const done = <T = unknown>(
  act: (callback: (error?: Error | null, told?: T) => void) => void,
): Promise<T | undefined> =>
  new Promise((resolve, reject) => {
    act((error, told) => (error ? reject(refusedBy(error)) : resolve(told)))
  })

/** Addresses for which the server did not take a mail that it took for others, and what it said of the first. */
export interface Missed {
  readonly addresses: readonly string[]
  readonly answer: string | null
}

interface Taken {
  readonly rejected?: readonly string[] | undefined
  readonly rejectedErrors?: readonly SmtpFailure[] | undefined
}

export interface SmtpSession {
  /** Hands a mail over to these addresses, by itself to everybody it names. */
  send(letter: Letter, to?: readonly string[]): Promise<Missed>
  close(): void
}

async function composed({ id, from, headers, to, cc, attachments, ...letter }: Letter): Promise<Buffer> {
  const domain = from.address.split('@')[1] ?? 'localhost'
  const composer = new MailComposer({
    ...letter,
    from: { ...from },
    to: [...to],
    ...(cc === undefined || cc.length === 0 ? {} : { cc: [...cc] }),
    ...(attachments === undefined ? {} : { attachments: attachments.map((each) => ({ ...each })) }),
    date: new Date(letter.date).toUTCString(),
    headers: { ...headers },
    messageId: `<${id}@${domain}>`,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}

/** Connects to a mail server and signs in; a server inside is refused unless it is allowed. */
export async function openSmtp(outgoing: Outgoing, server: SmtpServer): Promise<SmtpSession> {
  const { host, port, security, username, password } = server
  const address = await checkedAddress(outgoing, host, port, mailPorts)
  const servername = isIP(host) === 0 ? { servername: host } : {}
  const connection = new SMTPConnection({
    host: address,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...servername,
    tls: { ...servername, minVersion: 'TLSv1.2' },
    connectionTimeout: waitMs,
    greetingTimeout: waitMs,
    socketTimeout: waitMs,
  })
  // What fails is told to whoever waits for it; a connection that breaks in between fails the next one who uses it.
  connection.on('error', () => undefined)
  try {
    await new Promise<void>((resolve, reject) => {
      connection.once('error', (error: SmtpFailure) => reject(refusedBy(error)))
      connection.connect((error) => (error ? reject(refusedBy(error)) : resolve()))
    })
    if (username !== null && password !== null)
      await done((callback) => connection.login({ user: username, pass: password }, callback))
  } catch (error) {
    connection.close()
    throw error
  }
  return {
    async send(letter, to = [...letter.to, ...(letter.cc ?? [])]) {
      const content = await composed(letter)
      const envelope = { from: letter.from.address, to: [...to] }
      const taken = await done<Taken>((callback) => connection.send(envelope, content, callback))
      const [first] = taken?.rejectedErrors ?? []
      return { addresses: taken?.rejected ?? [], answer: first === undefined ? null : answerOf(first) }
    },
    close: () => connection.quit(),
  }
}
