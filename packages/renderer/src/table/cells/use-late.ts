import { useRef } from 'react'

export interface Late<T> {
  /** Asks for it ahead of its use. */
  readonly warm: () => void
  /** Does something with it: at once when it is here, else as soon as it is. */
  readonly use: (act: (part: T) => void) => void
  /** It, where it is here. */
  readonly here: () => T | null
}

/** Code that is needed only for what somebody may do. */
export function useLate<T>(load: () => Promise<T>): Late<T> {
  const part = useRef<T | null>(null)
  const coming = useRef<Promise<T> | null>(null)
  const come = () => {
    coming.current ??= load().then((loaded) => (part.current = loaded))
    // Asked for anew the next time.
    coming.current.catch(() => (coming.current = null))
    return coming.current
  }
  return {
    warm: () => void come().catch(() => undefined),
    use: (act) => (part.current === null ? void come().then(act, () => undefined) : act(part.current)),
    here: () => part.current,
  }
}
