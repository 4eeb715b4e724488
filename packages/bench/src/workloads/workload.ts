import type { Seeded } from '../world/seed.ts'

export interface Request {
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly path: string
  readonly body?: string
}

/** What requests are made from. */
export interface Place {
  readonly workspace: string
  readonly member: string
  readonly seeded: Seeded
  /** Where page 1,000 of the list by amount begins, for either server. */
  readonly deep: { readonly cursor: string; readonly amount: string; readonly id: string }
}

/** The same work asked of both servers; `number` counts up over the whole run, so that no record is changed twice. */
export interface Workload {
  readonly name: string
  pipewright(place: Place, number: number): Request
  handWritten(place: Place, number: number): Request
}
