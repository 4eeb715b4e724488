import type { AddressInfo } from 'node:net'
import type { TestClient } from './app-client.ts'
import type { AppUnderTest } from './app.ts'

export interface SeenStream {
  readonly text: string
  readonly ended: boolean
  readonly status: number
  readonly type: string | null
}

/** The records that these events tell of, as often as they do; which of them come together in one event is left to the moment. */
export const recordsTold = (text: string): string[] =>
  [...text.matchAll(/event: records\ndata: (.+)/g)].flatMap(
    ([, data = '']) => (JSON.parse(data) as { readonly ids: readonly string[] }).ids,
  )

/** Opens the stream of events of a workspace over a real connection; `text` grows as events come. */
export async function openStream(
  world: AppUnderTest,
  browser: TestClient,
  workspace: string,
): Promise<SeenStream> {
  if (!world.app.server.listening) await world.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = world.app.server.address() as AddressInfo
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await fetch(`http://127.0.0.1:${port}/api/w/${workspace}/events`, { headers: { cookie } })
  const seen = { text: '', ended: false, status: answer.status, type: answer.headers.get('content-type') }
  async function read() {
    const decoder = new TextDecoder()
    for await (const chunk of answer.body ?? []) seen.text += decoder.decode(chunk as Uint8Array)
    seen.ended = true
  }
  void read().catch(() => (seen.ended = true))
  return seen
}
