import { createECDH, createPrivateKey, sign } from 'node:crypto'

/** The key that an installation shows to push services: RFC 8292. */
export interface VapidKey {
  /** 65 bytes of P-256, base64url. */
  readonly publicKey: string
  /** 32 bytes, base64url. */
  readonly privateKey: string
}

const coordinate = 32
const validMs = 12 * 3_600_000
const encoded = (json: unknown): string => Buffer.from(JSON.stringify(json)).toString('base64url')

export function newVapidKey(): VapidKey {
  const pair = createECDH('prime256v1')
  pair.generateKeys()
  const padded = Buffer.alloc(coordinate)
  const secret = pair.getPrivateKey()
  secret.copy(padded, coordinate - secret.length)
  return {
    publicKey: pair.getPublicKey().toString('base64url'),
    privateKey: padded.toString('base64url'),
  }
}

function signingKey({ publicKey, privateKey }: VapidKey) {
  const point = Buffer.from(publicKey, 'base64url').subarray(1)
  return createPrivateKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(0, coordinate).toString('base64url'),
      y: point.subarray(coordinate).toString('base64url'),
      d: privateKey,
    },
  })
}

/** The header by which a push service knows who sends; `contact` is where it can complain to. */
export function vapidHeader(key: VapidKey, endpoint: string, contact: string, now: number): string {
  const claims = {
    aud: new URL(endpoint).origin,
    exp: Math.floor((now + validMs) / 1000),
    sub: contact,
  }
  const text = `${encoded({ typ: 'JWT', alg: 'ES256' })}.${encoded(claims)}`
  const signature = sign('sha256', Buffer.from(text), {
    key: signingKey(key),
    dsaEncoding: 'ieee-p1363',
  })
  return `vapid t=${text}.${signature.toString('base64url')}, k=${key.publicKey}`
}
