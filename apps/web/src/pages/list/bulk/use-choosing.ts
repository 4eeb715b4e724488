import { useNarrow } from '@pipewright/ui'
import { useEffect, useState } from 'react'
import type { ListSelection } from './use-list-selection.ts'

/**
 * When records are being chosen. At a desk that is while a box is ticked; on a phone, where cards have no boxes, from the
 * button or a long press until one leaves, and then nothing is chosen any more.
 */
export function useChoosing(chosen: ListSelection) {
  const narrow = useNarrow()
  const [begun, setBegun] = useState(false)
  const bar = !chosen.isEmpty || (narrow && begun)
  const clear = () => {
    setBegun(false)
    chosen.clear()
  }
  useEffect(() => {
    if (!narrow || !bar) return undefined
    const leave = ({ key, target, defaultPrevented }: KeyboardEvent) => {
      const isElsewhere = target instanceof Element && target.closest('input[type="search"], [role="dialog"]')
      if (key !== 'Escape' || defaultPrevented || isElsewhere) return
      setBegun(false)
      chosen.clear()
    }
    document.addEventListener('keydown', leave)
    return () => document.removeEventListener('keydown', leave)
  })
  return {
    chosen: { ...chosen, clear },
    bar,
    begin: narrow && !bar ? () => setBegun(true) : undefined,
    onTick: (ticked: ReadonlySet<string>) => {
      setBegun(true)
      chosen.onTick(ticked)
    },
  }
}
