import { createCipheriv, createECDH, hkdfSync } from 'node:crypto'

/** What a device gave away to be written to. */
export interface PushKeys {
  /** Its public key on P-256, as 65 bytes. */
  readonly p256dh: Uint8Array
  readonly auth: Uint8Array
}

/** What is made anew for each message. */
export interface OneTime {
  readonly salt: Uint8Array
  readonly privateKey: Uint8Array
}

const curve = 'prime256v1'
const recordSize = 4096
const keyBytes = 16
const nonceBytes = 12
/** A record of the message is closed by this sign, and it is the only one. */
const lastRecord = 2

const derived = (key: Uint8Array, salt: Uint8Array, info: Uint8Array, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, info, length))

const named = (name: string, ...more: readonly Uint8Array[]): Buffer =>
  Buffer.concat([Buffer.from(`${name}\0`), ...more])

/** Whether bytes are a point of the curve that a secret can be shared with. */
export function isPublicKey(bytes: Uint8Array): boolean {
  try {
    const own = createECDH(curve)
    own.generateKeys()
    return bytes.length === 65 && own.computeSecret(bytes).length > 0
  } catch {
    return false
  }
}

/** A message that one device alone can read: RFC 8291 with the content coding aes128gcm of RFC 8188. */
export function encryptFor(device: PushKeys, message: Uint8Array, { salt, privateKey }: OneTime): Buffer {
  const own = createECDH(curve)
  own.setPrivateKey(privateKey)
  const publicKey = own.getPublicKey()
  const shared = own.computeSecret(device.p256dh)
  const key = derived(shared, device.auth, named('WebPush: info', device.p256dh, publicKey), 32)
  const cipher = createCipheriv(
    'aes-128-gcm',
    derived(key, salt, named('Content-Encoding: aes128gcm'), keyBytes),
    derived(key, salt, named('Content-Encoding: nonce'), nonceBytes),
  )
  const size = Buffer.alloc(4)
  size.writeUInt32BE(recordSize)
  return Buffer.concat([
    salt,
    size,
    Uint8Array.of(publicKey.length),
    publicKey,
    cipher.update(message),
    cipher.update(Uint8Array.of(lastRecord)),
    cipher.final(),
    cipher.getAuthTag(),
  ])
}
