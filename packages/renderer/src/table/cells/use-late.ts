import { useSay } from '@pipewright/ui'
import { useRef, useState } from 'react'
import { useTexts } from '../../texts/use-texts.ts'

export interface Late<T> {
  /** Asks for it ahead of its use. */
  readonly warm: () => void
  /** Does something with it: at once when it is here, else as soon as it is; says so when it does not come. */
  readonly use: (act: (part: T) => void, onLost?: () => void) => void
  /** It, where it is here. */
  readonly here: () => T | null
  /** The same for what is drawn. */
  readonly part: T | null
}

/** Code that is needed only for what somebody may do. What could not be loaded is asked for anew the next time. */
export function useLate<T extends object>(load: () => Promise<T>): Late<T> {
  const { message } = useSay()
  const t = useTexts()
  const [part, setPart] = useState<T | null>(null)
  const loaded = useRef<T | null>(null)
  const coming = useRef<Promise<T> | null>(null)
  const come = () => {
    coming.current ??= load().then((it) => {
      loaded.current = it
      setPart(() => it)
      return it
    })
    coming.current.catch(() => (coming.current = null))
    return coming.current
  }
  return {
    part,
    warm: () => void come().catch(() => undefined),
    use: (act, onLost) => {
      if (loaded.current !== null) return act(loaded.current)
      return void come().then(act, () => {
        onLost?.()
        message.error(t('cell.lost'))
      })
    },
    here: () => loaded.current,
  }
}
