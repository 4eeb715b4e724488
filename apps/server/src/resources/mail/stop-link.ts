import { createHmac } from 'node:crypto'
import { sameText } from '../../auth/session-token.ts'

export interface StopParams {
  readonly workspace: string
  readonly member: string
  readonly signature: string
}

const signatureOf = (secret: string, workspace: string, member: string): string =>
  createHmac('sha256', secret).update(`stop mail ${workspace} ${member}`).digest('base64url')

/** The path by which whoever holds a mail stops the next ones, without signing in. */
export const stopPath = (secret: string, workspace: string, member: string): string =>
  `/stop-mail/${workspace}/${member}/${signatureOf(secret, workspace, member)}`

export const isSigned = (secret: string, { workspace, member, signature }: StopParams): boolean =>
  sameText(signature, signatureOf(secret, workspace, member))
