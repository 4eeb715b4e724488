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

export type Json = Readonly<Record<string, unknown>>

/** How what an answer says is taken out of it. */
export interface Facts {
  pipewright(answer: Json): unknown
  handWritten(answer: Json): unknown
}

/** The same work asked of both servers; `number` counts up over the whole run, so that no record is changed twice. */
export interface Workload {
  readonly name: string
  /** What both answers must say alike, taken out of each; compared before anything is timed. */
  readonly facts: Facts
  /** A record is changed once only, so each side has its own. */
  readonly apart?: true
  pipewright(place: Place, number: number): Request
  handWritten(place: Place, number: number): Request
}
