/** How somebody changes his favourites; all three at once are done in this order. */
export interface FavouritesChange {
  readonly add?: readonly string[]
  readonly remove?: readonly string[]
  readonly order?: readonly string[]
}

/** So many favourites somebody may have. */
export const mostFavourites = 200

/** Favourites after a change. What the order does not name, such as what cannot be seen at the moment, stands behind. */
export function arrangeFavourites(
  known: readonly string[],
  { add = [], remove = [], order = [] }: FavouritesChange,
): readonly string[] {
  const gone = new Set(remove)
  const all = [...new Set([...known, ...add])].filter((path) => !gone.has(path))
  const ordered = [...new Set(order)].filter((path) => all.includes(path))
  return order.length === 0 ? all : [...ordered, ...all.filter((path) => !ordered.includes(path))]
}
