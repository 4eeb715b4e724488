import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

const digest = (text: string) => createHash('sha256').update(text).digest()

/** 256 random bits, for sessions and links; only its hash is kept. */
export const newToken = (random: (bytes: number) => Uint8Array): string =>
  Buffer.from(random(32)).toString('base64url')

export const hashToken = (token: string): string => digest(token).toString('hex')

/**
 * What every change of a session has to carry (AN-09): made of its token, which only the cookie keeps, so that whoever
 * reads the database finds neither.
 */
export const csrfTokenOf = (token: string): string =>
  createHmac('sha256', token).update('csrf').digest('base64url')

/** Compares without telling by time how much was right. */
export const sameText = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other))
