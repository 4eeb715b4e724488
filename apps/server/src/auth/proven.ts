import { refuse } from '../problems/refusal.ts'
import type { SignedIn } from './signed-in.ts'

/** So long after the password was given nobody is asked for it again. */
const provenMs = 15 * 60_000

export const isProven = ({ provenAt }: SignedIn, now: string): boolean =>
  Date.parse(now) - Date.parse(provenAt) < provenMs

/** What widens somebody's power is done by whoever showed a moment ago who it is, not from an open screen (AZ-14). */
export function refuseUnlessProven(session: SignedIn, now: string): void {
  if (!isProven(session, now)) refuse('confirm-password')
}
