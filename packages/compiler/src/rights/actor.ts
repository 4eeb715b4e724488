import type { WorkCalendar } from '@pipewright/logic'

/** A record that was opened to somebody beyond what his roles reach. */
export interface SharedRecord {
  readonly form: string
  readonly record: string
  readonly edit: boolean
  /** The instant at which it ends by itself. */
  readonly endsAt?: string | null
}

/** Who asks. Made by the server from the session; nothing in it comes from the request. */
export interface Actor {
  readonly memberId: string
  readonly departmentId: string | null
  /** Ids of the own department and all below it. */
  readonly departmentTree: readonly string[]
  /** Ids of the active members of those departments. */
  readonly team: readonly string[]
  /** Keys of the roles held. */
  readonly roles: readonly string[]
  readonly admin: boolean
  /** Records shared with the actor, by what is in force now. */
  readonly shared?: readonly SharedRecord[]
  /** IANA time zone in which this person's days begin. */
  readonly zone: string
  /** How the workspace counts weeks and fiscal years. */
  readonly calendar?: WorkCalendar
  readonly locale: 'en' | 'zh'
}
