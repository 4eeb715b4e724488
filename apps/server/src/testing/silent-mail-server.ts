import { createServer, type AddressInfo } from 'node:net'

interface SilentServer {
  readonly port: number
  /** How many mails came in whole. */
  readonly taken: { count: number }
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/** A mail server that takes a mail and dies before it says so. */
export async function silentMailServer(): Promise<SilentServer> {
  const taken = { count: 0 }
  const server = createServer((socket) => {
    let isData = false
    socket.on('error', () => undefined)
    socket.write('220 silent\r\n')
    socket.on('data', (part) => {
      const said = part.toString()
      if (isData) {
        if (!said.endsWith('\r\n.\r\n')) return
        taken.count += 1
        socket.destroy()
        return
      }
      isData = said.startsWith('DATA')
      socket.write(isData ? '354 go on\r\n' : '250 ok\r\n')
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
  return { port, taken, [Symbol.asyncDispose]: close }
}
