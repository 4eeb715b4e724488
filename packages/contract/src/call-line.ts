import type { Route } from './route.ts'

/** What a call needs of a route. */
export interface CallLine {
  readonly method: Route['method']
  readonly path: string
  readonly hasBody: boolean
}
