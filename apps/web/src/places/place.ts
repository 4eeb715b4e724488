/** A page that somebody may want to come back to. A list has no title of its own: it is named by its form. */
export interface Place {
  /** Below the workspace: "/f/lead" or "/f/lead/<id>". */
  readonly path: string
  readonly form: string
  readonly title?: string
}

export const mostRecent = 6

const isPlace = (value: unknown): value is Place =>
  typeof value === 'object' &&
  value !== null &&
  'path' in value &&
  typeof value.path === 'string' &&
  'form' in value

export const arePlaces = (value: unknown): value is readonly Place[] =>
  Array.isArray(value) && value.every(isPlace)

/** The place moves to the top; the oldest fall off. */
export const visit = (places: readonly Place[], place: Place): readonly Place[] =>
  [place, ...places.filter(({ path }) => path !== place.path)].slice(0, mostRecent)

/** Adds a place at the end, or takes it away when it is there. */
export const toggle = (places: readonly Place[], place: Place): readonly Place[] =>
  places.some(({ path }) => path === place.path)
    ? places.filter(({ path }) => path !== place.path)
    : [...places, place]
