import { createHmac } from 'node:crypto'
import { hashToken, newToken, sameText } from './session-token.ts'

interface StoredLink {
  readonly tokenHash: string
  readonly seed: string | null
}

const tokenOf = (secret: string, seed: string) =>
  createHmac('sha256', secret).update(`public link ${seed}`).digest('base64url')

/** A new link: what is stored of it opens nothing without the secret of the server (AZ-12). */
export function newLink(secret: string, random: (bytes: number) => Uint8Array) {
  const seed = newToken(random)
  return { seed, tokenHash: hashToken(tokenOf(secret, seed)) }
}

/** The token of a stored link, to show it again; undefined for one made without a seed or under another secret. */
export function shownToken(secret: string, { tokenHash, seed }: StoredLink): string | undefined {
  const token = seed === null ? undefined : tokenOf(secret, seed)
  return token !== undefined && sameText(hashToken(token), tokenHash) ? token : undefined
}
