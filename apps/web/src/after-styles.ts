import type { RouteObject } from 'react-router'

/** The same routes, whose pages come when the styles of what they draw have come too: both are asked for at once. */
export function afterStyles(route: RouteObject, styles: Promise<unknown>): RouteObject {
  const { lazy, children, ...rest } = route
  const page =
    typeof lazy === 'function'
      ? {
          lazy: async () => {
            const [loaded] = await Promise.all([lazy(), styles])
            return loaded
          },
        }
      : {}
  const below = children && { children: children.map((child) => afterStyles(child, styles)) }
  return { ...rest, ...page, ...below } as RouteObject
}
