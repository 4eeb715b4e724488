import type pg from 'pg'
import { Readable } from 'node:stream'

/** PostgreSQL's protocol sends the copy as messages whose first byte says what they are. */
const data = 'd'.charCodeAt(0)

interface RowMessage {
  readonly fields: readonly (string | null)[]
}

interface CopyMessage {
  readonly chunk: Buffer
}

/**
 * One `BASE_BACKUP` on a replication connection: its answer is rows (where it begins, how much there is) and then a tar
 * archive as a stream. When nobody reads, the socket waits, and so does the server.
 */
export class BaseBackupQuery implements pg.Submittable {
  readonly tar: Readable
  /** Bytes that PostgreSQL expects to send, known before the first of them. */
  readonly expectedBytes: Promise<number>
  readonly #text: string
  readonly #known = Promise.withResolvers<number>()
  #connection: pg.Connection | undefined
  #results = 0
  #tables = 0

  constructor(text: string) {
    this.#text = text
    this.expectedBytes = this.#known.promise
    this.expectedBytes.catch(() => undefined)
    this.tar = new Readable({ read: () => void this.#connection?.stream.resume() })
    // Whoever reads hears of it; where nobody reads yet, `expectedBytes` fails.
    this.tar.on('error', () => undefined)
  }

  submit(connection: pg.Connection): void {
    this.#connection = connection
    connection.query(this.#text)
  }

  handleRowDescription(): void {
    this.#results += 1
  }

  handleDataRow({ fields }: RowMessage): void {
    if (this.#results !== 2) return
    this.#tables += 1
    if (this.#tables > 1) this.handleError(new Error('The cluster has tablespaces outside its folder.'))
    else this.#known.resolve(Number(fields[2] ?? 0) * 1024)
  }

  handleCopyData({ chunk }: CopyMessage): void {
    if (chunk[0] !== data || this.tar.destroyed) return
    // The driver uses its buffer again.
    if (!this.tar.push(Buffer.from(chunk.subarray(1)))) this.#connection?.stream.pause()
  }

  handleCommandComplete(): void {
    // The stream ends when the server is ready again: an error may still come.
  }

  handleReadyForQuery(): void {
    if (!this.tar.destroyed) this.tar.push(null)
  }

  handleError(error: Error): void {
    this.#known.reject(error)
    this.tar.destroy(error)
  }
}
