import type { Locale } from '@pipewright/contract'

/** Who is signed in, as the session says. */
export interface SignedIn {
  readonly accountId: string
  readonly name: string
  readonly email: string
  readonly locale: Locale
  readonly zone: string
  /** SHA-256 of the session id; the id itself is only in the cookie. */
  readonly sessionHash: string
  /** When the password was last given in this session. */
  readonly provenAt: string
  /** Goes into the x-csrf-token header of every change. */
  readonly csrf: string
}
