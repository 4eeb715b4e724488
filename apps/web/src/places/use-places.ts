import { ProblemError, type Places } from '@pipewright/contract'
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useSay } from '@pipewright/ui'
import { useEffect } from 'react'
import { client } from '../queries/client.ts'
import { useWorkspace } from '../shell/workspace-context.ts'
import { useText } from '../texts/use-text.ts'
import { browserStorage } from './browser-storage.ts'
import { toggle, visit, type Place } from './place.ts'

const none: Places = { favourites: [], recent: [] }
const freshMs = 60_000

/** Among the views, which a change of favourites on another device makes ask anew; no form has a key with a slash. */
const keyOf = (workspace: string) => ['views', workspace, '/places'] as const

const change = (queries: QueryClient, workspace: string, next: (places: Places) => Places) =>
  queries.setQueryData<Places>(keyOf(workspace), (known) => known && next(known))

/** Favourites and what was opened last, from whatever device. */
export function usePlaces(): Places {
  const { workspace, member } = useWorkspace()
  const places = useQuery({
    queryKey: keyOf(workspace.key),
    queryFn: async () => {
      // Once they were kept by each browser for itself.
      if (browserStorage.getItem(`pipewright.favourites.${member.id}`) !== null)
        await (await import('./take-over.ts')).takeOver(workspace.key, member.id)
      return client.call('listPlaces', { params: { workspace: workspace.key } })
    },
    staleTime: freshMs,
  })
  return places.data ?? none
}

/** Shows a change of the favourites at once, and says so when it was refused. */
function useChange() {
  const workspace = useWorkspace().workspace.key
  const queries = useQueryClient()
  const text = useText()
  const { message } = useSay()
  return async (
    next: (favourites: readonly Place[]) => Place[],
    body: { add?: string[]; remove?: string[]; order?: string[] },
  ) => {
    const isKnown = queries.getQueryData(keyOf(workspace)) !== undefined
    await queries.cancelQueries({ queryKey: keyOf(workspace) })
    change(queries, workspace, (places) => ({ ...places, favourites: next(places.favourites) }))
    try {
      await client.call('changeFavourites', { params: { workspace }, body })
      // Before they were read there was nothing to show the change in.
      if (!isKnown) void queries.invalidateQueries({ queryKey: keyOf(workspace) })
    } catch (error) {
      message.error(error instanceof ProblemError ? error.problem.title : text('offline'))
      void queries.invalidateQueries({ queryKey: keyOf(workspace) })
    }
  }
}

export function useToggleFavourite(): (place: Place, on: boolean) => void {
  const act = useChange()
  return (place, on) =>
    void act((favourites) => toggle(favourites, place), on ? { remove: [place.path] } : { add: [place.path] })
}

/** Puts a favourite at another place among those that are shown. */
export function useOrderFavourites(): (paths: readonly string[]) => void {
  const act = useChange()
  return (paths) =>
    void act((favourites) => paths.flatMap((path) => favourites.find((one) => one.path === path) ?? []), {
      order: [...paths],
    })
}

/** The record that is open comes first of those opened last, which the server notes with the look at it. */
export function useVisit(path: string, title: string, isGone: boolean): void {
  const workspace = useWorkspace().workspace.key
  const queries = useQueryClient()
  const isKnown = usePlaces() !== none
  useEffect(() => {
    if (!isKnown) return
    change(queries, workspace, (places) => ({
      ...places,
      recent: isGone
        ? places.recent.filter((one) => one.path !== path)
        : visit(places.recent, { path, title }),
    }))
  }, [queries, workspace, isKnown, path, title, isGone])
}
