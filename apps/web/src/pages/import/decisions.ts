import type { ImportDecisions } from '@pipewright/contract'

export type Fate = ImportDecisions['rows'][number]['fate']

/** What was decided of single rows and is not taken over yet, by their lines. */
export type Decisions = ReadonlyMap<number, ImportDecisions['rows'][number]>

export const decided = (before: Decisions, row: number, fate: Fate, record: string | null): Decisions =>
  new Map([...before, [row, { row, fate, record }]])
