import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { shareStream } from './shared-stream.ts'

class Source extends EventTarget {
  static readonly CLOSED = 2
  static last: Source | undefined
  readyState = 0
  constructor() {
    super()
    Source.last = this
  }
  close() {}
}
class Channel extends EventTarget {
  postMessage() {}
  close() {}
}

beforeEach(() => {
  vi.stubGlobal('EventSource', Source)
  vi.stubGlobal('BroadcastChannel', Channel)
})
afterEach(() => {
  vi.unstubAllGlobals()
  localStorage.clear()
})

function heard(...events: readonly string[]): string[] {
  const kinds: string[] = []
  const stop = shareStream({
    name: 'test',
    url: '/stream',
    kinds: ['records'],
    standing: [],
    hear: (kind) => kinds.push(kind),
  })
  for (const event of events) Source.last?.dispatchEvent(new MessageEvent(event, { data: '' }))
  stop()
  return kinds
}

it('says that anything may have changed when it opens again, or only after it could not be opened', () => {
  expect(heard('open', 'records')).toEqual(['records'])
  expect(heard('open', 'records', 'error', 'open')).toEqual(['records', 'again'])
  expect(heard('error', 'open')).toEqual(['again'])
})
