import { useCallback, useMemo } from 'react'
import { keptValue } from '../../places/kept-value.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'

const areIds = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((id) => typeof id === 'string')

const kept = keptValue<readonly string[]>('pipewright.unfolded.', [], areIds)

/** What was opened longest ago is forgotten. */
const most = 2000

/** Records of a tree that this member has opened. */
export function useUnfolded(
  view: string,
): [ReadonlySet<string>, (ids: readonly string[], open: boolean) => void] {
  const key = `${useWorkspace().member.id}.${view}`
  const ids = kept.use(key)
  const open = useMemo(() => new Set(ids), [ids])
  const unfold = useCallback(
    (turned: readonly string[], isOpen: boolean) => {
      const others = kept.read(key).filter((id) => !turned.includes(id))
      kept.write(key, isOpen ? [...others, ...turned].slice(-most) : others)
    },
    [key],
  )
  return [open, unfold]
}
