import { useEffect } from 'react'
import { useWorkspace } from '../shell/workspace-context.ts'
import { keptValue } from './kept-value.ts'
import { arePlaces, toggle, visit, type Place } from './place.ts'

const favourites = keptValue<readonly Place[]>('pipewright.favourites.', [], arePlaces)
const recents = keptValue<readonly Place[]>('pipewright.recent.', [], arePlaces)

/** Lists belong to the member, not only to the workspace: two people may share a browser. */
const useKey = (): string => useWorkspace().member.id

export const useFavourites = (): readonly Place[] => favourites.use(useKey())
export const useRecents = (): readonly Place[] => recents.use(useKey())

export function useToggleFavourite(): (place: Place) => void {
  const key = useKey()
  return (place) => favourites.write(key, toggle(favourites.read(key), place))
}

/** Remembers the record that is open. */
export function useVisit(path: string, form: string, title: string): void {
  const key = useKey()
  useEffect(() => {
    if (title !== '') recents.write(key, visit(recents.read(key), { path, form, title }))
  }, [key, path, form, title])
}
