import { leadByLease, leadByLock } from './leading.ts'
import { openLasting } from './lasting-stream.ts'

export interface StreamNeeds {
  /** The same in all tabs that may share it. */
  readonly name: string
  readonly url: string
  readonly kinds: readonly string[]
  /** Kinds that say how something stands: the last one is told to tabs that come later. */
  readonly standing: readonly string[]
  /** `again` is told when the stream is back: meanwhile anything may have changed. */
  readonly hear: (kind: string, data: string) => void
}

type Message =
  | { readonly type: 'event'; readonly kind: string; readonly data: string }
  | { readonly type: 'here' }
  | { readonly type: 'hello' }

/** So often a tab that is looked at makes sure that somebody leads, and so long it waits for an answer. */
const askMs = 20_000
const answerMs = 4000

/**
 * One stream for all tabs of a browser, which opens no more than six connections to a server: one tab hears it and
 * tells the others. Answers what ends it for this tab.
 */
export function shareStream({ name, url, kinds, standing, hear }: StreamNeeds): () => void {
  const channel = new BroadcastChannel(name)
  const last = new Map<string, string>()
  let isLeading = false
  /** What is seen may be older than the stream that opens. */
  let mayHaveMissed = false
  let silent: ReturnType<typeof setTimeout> | undefined
  const post = (message: Message) => channel.postMessage(message)

  function happen(kind: string, data: string): void {
    if (standing.includes(kind)) last.set(kind, data)
    mayHaveMissed = true
    hear(kind, data)
  }

  function tell(kind: string, data: string): void {
    happen(kind, data)
    post({ type: 'event', kind, data })
  }

  function lead(): () => void {
    // Back after an interruption, or open at last where the page came up without the server, anything may have changed.
    const onOpen = () => (mayHaveMissed ? tell('again', '') : undefined)
    const onBreak = () => {
      mayHaveMissed = true
    }
    const close = openLasting({ url, kinds, hear: tell, onOpen, onBreak })
    isLeading = true
    return () => {
      close()
      isLeading = false
    }
  }

  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.type === 'hello') {
      if (!isLeading) return
      post({ type: 'here' })
      for (const [kind, value] of last) post({ type: 'event', kind, data: value })
      return
    }
    clearTimeout(silent)
    silent = undefined
    if (data.type === 'event') happen(data.kind, data.data)
  })

  const leading = ('locks' in navigator ? leadByLock : leadByLease)(name, lead)

  /** A browser may put the tab that leads to sleep while another one is looked at. */
  function ask(): void {
    if (isLeading || document.visibilityState !== 'visible') return
    post({ type: 'hello' })
    silent ??= setTimeout(() => {
      silent = undefined
      if (!isLeading) leading.takeOver()
    }, answerMs)
  }
  const timer = setInterval(ask, askMs)
  document.addEventListener('visibilitychange', ask)
  ask()
  return () => {
    clearTimeout(silent)
    clearInterval(timer)
    document.removeEventListener('visibilitychange', ask)
    leading.stop()
    channel.close()
  }
}
