import type { Places } from '@pipewright/contract'

/** A page that somebody comes back to, by its address below the workspace. */
export type Place = Places['favourites'][number]

export const mostRecent = 12

/** The place moves to the top; the oldest fall off. */
export const visit = (places: readonly Place[], place: Place): Place[] =>
  [place, ...places.filter(({ path }) => path !== place.path)].slice(0, mostRecent)

/** Adds a place at the end, or takes it away when it is there. */
export const toggle = (places: readonly Place[], place: Place): Place[] =>
  places.some(({ path }) => path === place.path)
    ? places.filter(({ path }) => path !== place.path)
    : [...places, place]
