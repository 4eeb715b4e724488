import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'

const cipher = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

const keyFor = (secret: string, purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, '', `sealed ${purpose}`, 32))

/** What the database keeps of a secret: it opens with the secret of the server alone, and only where it was sealed for. */
export function seal(
  { secret, random }: { readonly secret: string; readonly random: (bytes: number) => Uint8Array },
  purpose: string,
  text: string,
): string {
  const nonce = random(nonceBytes)
  const sealing = createCipheriv(cipher, keyFor(secret, purpose), nonce)
  const body = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()])
  return Buffer.concat([nonce, sealing.getAuthTag(), body]).toString('base64')
}

/** The secret again; undefined when it was sealed under another secret of the server or for something else. */
export function unseal(secret: string, purpose: string, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64')
  try {
    const opening = createDecipheriv(cipher, keyFor(secret, purpose), bytes.subarray(0, nonceBytes))
    opening.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
    return opening.update(bytes.subarray(nonceBytes + tagBytes), undefined, 'utf8') + opening.final('utf8')
  } catch {
    return undefined
  }
}
