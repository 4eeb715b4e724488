import { createContext, useContext, useEffect, useMemo } from 'react'
import type { PlacedSection } from '../form-sections.ts'
import { MountQueue } from './mount-queue.ts'

/** Up to this many fields a form is drawn whole at once. */
const fewFields = 60
/** Null where every control is made at once. */
export const MountQueueContext = createContext<MountQueue | null>(null)

export const useMountQueue = (): MountQueue | null => useContext(MountQueueContext)

/** Controls of a large form are made when they come near the window or when there is time. */
export function useQueuedMount(sections: readonly PlacedSection[]): MountQueue | null {
  const isLarge = sections.reduce((sum, { fields }) => sum + fields.length, 0) > fewFields
  const queue = useMemo(() => (isLarge ? new MountQueue() : null), [isLarge])
  useEffect(() => () => queue?.close(), [queue])
  return queue
}
