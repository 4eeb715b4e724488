export interface LastingStreamNeeds {
  readonly url: string
  readonly kinds: readonly string[]
  readonly hear: (kind: string, data: string) => void
  readonly onOpen: () => void
  /** It broke off, or did not open yet. */
  readonly onBreak: () => void
}

/** A browser gives up a stream that was refused, as it is while nobody is signed in; it is opened anew after so long. */
const refusedMs = 5000

/** A stream that is opened again and again until it is closed by what is answered here. */
export function openLasting(needs: LastingStreamNeeds): () => void {
  const source = new EventSource(needs.url)
  let later: ReturnType<typeof setTimeout> | undefined
  let close = () => source.close()
  for (const kind of needs.kinds)
    source.addEventListener(kind, (event) => needs.hear(kind, (event as MessageEvent<string>).data))
  source.addEventListener('open', needs.onOpen)
  source.addEventListener('error', () => {
    needs.onBreak()
    if (source.readyState !== EventSource.CLOSED) return
    later = setTimeout(() => {
      close = openLasting(needs)
    }, refusedMs)
  })
  return () => {
    clearTimeout(later)
    close()
  }
}
