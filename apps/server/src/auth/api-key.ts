import type { FastifyRequest } from 'fastify'
import { newToken } from './session-token.ts'

/** So many characters of a key are kept in the clear, for people to tell keys apart; 200 bits stay secret. */
const shownCharacters = 12
const bearer = /^Bearer (pw_[\w-]{1,100})$/i

/** A new key: 256 random bits after a prefix that secret scanners can look for. */
export function newApiKey(random: (bytes: number) => Uint8Array): { secret: string; prefix: string } {
  const secret = `pw_${newToken(random)}`
  return { secret, prefix: secret.slice(0, shownCharacters) }
}

/** The API key that a request carries; other kinds of authorization, such as a proxy's, are none of ours. */
export const apiKeyIn = ({ headers }: FastifyRequest): string | undefined =>
  bearer.exec(headers.authorization ?? '')?.[1]
