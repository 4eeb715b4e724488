import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Came {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** A push service on this machine; what it answers by path, 201 by itself. */
export async function pushService(answers: Record<string, number> = {}) {
  const came: Came[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const path = request.url ?? ''
      came.push({ path, headers: request.headers, body: Buffer.concat(parts) })
      const wait = path === '/never' ? { 'retry-after': '1e300' } : {}
      response.writeHead(answers[path] ?? 201, wait).end('not read')
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const close = async () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
    })
  return { url: `http://127.0.0.1:${port}`, came, answers, [Symbol.asyncDispose]: close }
}

/** A browser that was subscribed, and reads what it is sent. */
export function browser(endpoint: string) {
  const pair = createECDH('prime256v1')
  pair.generateKeys()
  const auth = randomBytes(16)
  const derived = (key: Uint8Array, salt: Uint8Array, info: Buffer, length: number) =>
    Buffer.from(hkdfSync('sha256', key, salt, info, length))
  const open = (body: Buffer): { title: string; body: string; url: string; tag: string } => {
    const [salt, sender, sealed] = [body.subarray(0, 16), body.subarray(21, 86), body.subarray(86)]
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), pair.getPublicKey(), sender])
    const key = derived(pair.computeSecret(sender), auth, info, 32)
    const opening = createDecipheriv(
      'aes-128-gcm',
      derived(key, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16),
      derived(key, salt, Buffer.from('Content-Encoding: nonce\0'), 12),
    )
    opening.setAuthTag(sealed.subarray(-16))
    const plain = Buffer.concat([opening.update(sealed.subarray(0, -16)), opening.final()])
    return JSON.parse(plain.subarray(0, -1).toString('utf8'))
  }
  const body = {
    endpoint,
    p256dh: pair.getPublicKey().toString('base64url'),
    auth: auth.toString('base64url'),
    name: 'Chrome · Android',
  }
  return { body, open }
}
