import { createHash, timingSafeEqual } from 'node:crypto'

const digest = (text: string) => createHash('sha256').update(text).digest()

/** 256 random bits, for sessions and links; only its hash is kept. */
export const newToken = (random: (bytes: number) => Uint8Array): string =>
  Buffer.from(random(32)).toString('base64url')

export const hashToken = (token: string): string => digest(token).toString('hex')

/** Compares without telling by time how much was right. */
export const sameText = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other))
