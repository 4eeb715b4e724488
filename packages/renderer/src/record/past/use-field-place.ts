import { useEffect, useState, type RefObject } from 'react'
import { headAround, headsIn } from './field-heads.ts'

export interface FieldPlace {
  /** Of the field that the reader is at. */
  readonly head: HTMLElement
  /** He came to it; at first, and once he left, it is only where the Tab key goes. */
  readonly shown: boolean
}

/** At which field of a record the reader is, by focus, mouse or thumb; undefined while none is drawn. */
export function useFieldPlace(
  root: RefObject<HTMLElement | null>,
  known: ReadonlySet<string>,
): readonly [FieldPlace | undefined, (head: HTMLElement) => void] {
  const [place, setPlace] = useState<FieldPlace>()
  useEffect(() => {
    const around = root.current
    if (around === null) return undefined
    const over = new AbortController()
    const come = (head: HTMLElement | undefined) => {
      if (head !== undefined)
        setPlace((now) => (now?.head === head && now.shown ? now : { head, shown: true }))
    }
    const leave = () => setPlace((now) => now && { ...now, shown: false })
    const arrive = ({ target }: Event) => come(headAround(around, target, known))
    const isHeld = () => document.activeElement?.matches('.pw-past') === true
    const hover = (event: PointerEvent) => {
      if (event.pointerType === 'mouse' && !isHeld()) arrive(event)
    }
    const unhover = ({ pointerType }: PointerEvent) => {
      if (pointerType !== 'mouse') return
      leave()
      if (around.contains(document.activeElement)) come(headAround(around, document.activeElement, known))
    }
    const blur = ({ relatedTarget }: FocusEvent) => {
      if (!(relatedTarget instanceof Node && around.contains(relatedTarget))) leave()
    }
    const { signal } = over
    around.addEventListener('focusin', arrive, { signal })
    around.addEventListener('focusout', blur, { signal })
    around.addEventListener('pointerdown', arrive, { signal })
    around.addEventListener('pointerover', hover, { signal })
    around.addEventListener('pointerleave', unhover, { signal })
    // Fields are drawn late, anew after a save, and hidden by rules.
    const settle = () =>
      setPlace((now) => {
        if (now?.head.isConnected) return now
        const [head] = headsIn(around, known)
        return head && { head, shown: false }
      })
    const drawn = new MutationObserver(settle)
    drawn.observe(around, { childList: true, subtree: true })
    settle()
    return () => {
      over.abort()
      drawn.disconnect()
    }
  }, [root, known])
  return [place, (head) => setPlace({ head, shown: true })]
}
