import type { Database } from '@pipewright/db'
import type { KeptBackups } from './backup/kept-backups.ts'

/** Everything the app needs from outside; nothing in it looks for a clock, a random number or a setting by itself. */
export interface AppOptions {
  readonly database: Database
  /** Milliseconds since 1970. */
  readonly clock: () => number
  /** UUIDv7. */
  readonly newId: () => string
  /** Unguessable bytes. */
  readonly random: (bytes: number) => Uint8Array
  /** Kept outside the database and the same at each start: links that are stored hashed are made anew with it. */
  readonly secret: string
  /** Where our pages live, for example "https://crm.example"; empty: the host that is called. */
  readonly origins: readonly string[]
  /** Served over HTTPS, so cookies are for HTTPS alone. */
  readonly cookieSecure: boolean
  /** Addresses of proxies whose forwarded headers are believed; none by default. */
  readonly trustProxy?: string | undefined
  /** The built web app (apps/web/dist); without it only the API is there. */
  readonly staticFolder?: string | undefined
  readonly templatesFolder: string
  /** Takes one line of JSON per event; null logs nothing. */
  readonly log: ((line: string) => void) | null
  /** `info` tells of every request, `error` only of what went wrong. */
  readonly logLevel?: 'info' | 'error'
  /** Holds every answer to its contract too; for tests, where an answer against it becomes a 500. */
  readonly checkAnswers?: boolean
  /** Networks inside that mail may be sent to all the same: "10.0.0.5/32". */
  readonly outgoingNetworks?: readonly string[]
  /** The map below the records on maps, fetched elsewhere by browsers; none by default, when coasts of our own are drawn. */
  readonly mapTiles?: MapTiles | undefined
  /** Backups that are made here, or why none are: nobody wants any, or the database is somebody else's, which is so by default. */
  readonly backups?: Backups
  readonly limits?: Partial<Limits>
}

export type Backups = KeptBackups | 'off' | 'elsewhere'

export interface MapTiles {
  /** https, with {z}, {x} and {y}. */
  readonly address: string
  /** Whose map it is, as its terms want it said. */
  readonly credit: string
  /** How it has coordinates: as they are, or moved as maps published in mainland China have them. */
  readonly datum: 'wgs84' | 'gcj02'
}

export interface Limits {
  /** Bytes of an uploaded file. */
  readonly fileBytes: number
  /** Bytes of a zip with the files of an import. */
  readonly zipBytes: number
  /** Milliseconds between two signs of life on an event stream. */
  readonly heartbeatMs: number
  /** Calls that one network may make to public forms in a minute. */
  readonly publicCallsPerMinute: number
  /** Pictures and files that one network may fetch from public forms in a minute. */
  readonly publicPicturesPerMinute: number
  /** Searches that one network may make on one public page in a minute. */
  readonly publicFindsPerMinute: number
  /** Milliseconds that filling a public form in takes at least; what is quicker is no person. */
  readonly publicFillMs: number
  /** Rows whose values are converted while their writers wait; more are converted in the background. */
  readonly convertedAtOnce: number
  /** Records of a list that are sent as a file at once; a file of more is made in the background. */
  readonly exportedAtOnce: number
}

export const defaultLimits: Limits = {
  fileBytes: 50 * 1024 * 1024,
  zipBytes: 500 * 1024 * 1024,
  heartbeatMs: 25_000,
  publicCallsPerMinute: 60,
  publicPicturesPerMinute: 1200,
  publicFindsPerMinute: 10,
  publicFillMs: 1500,
  convertedAtOnce: 100_000,
  exportedAtOnce: 20_000,
}
