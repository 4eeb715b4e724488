import type { RouteName } from '@pipewright/contract'

/** Routes of the contract whose resources are still to be written; this list only ever gets shorter. */
export const awaitedRoutes: ReadonlySet<RouteName> = new Set<RouteName>([
])
