import type { Issue } from '@pipewright/compiler'
import type { RowProblem } from './import-job.ts'

type Place = Omit<RowProblem, 'code' | 'params' | 'item'>

/** A place in a line item: which of those of the record, from 0, and its field. */
export interface InLine {
  readonly item: number
  readonly key: string | null
}

/** What is said about a record, as it is said about the row it comes from; `at` finds the column of a field. */
export const issueProblems = (
  issues: readonly Issue[],
  at: (field: string | null, line?: InLine) => Place,
): readonly RowProblem[] =>
  issues.map(({ pointer, code, params }): RowProblem => {
    const [, field, item, key = null] =
      /^\/values\/([a-z][a-z0-9_]*)(?:\/(\d+)(?:\/([a-z][a-z0-9_]*))?)?/.exec(pointer) ?? []
    return {
      ...(item === undefined ? at(field ?? null) : at(field ?? null, { item: Number(item), key })),
      code,
      ...(params === undefined ? {} : { params }),
      ...(item === undefined ? {} : { item: Number(item) }),
    }
  })

/** Counts rows of which something is told and keeps the first of what is told. */
export class Told {
  readonly kept: RowProblem[] = []
  rows = 0
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  add(told: readonly RowProblem[] | null): void {
    if (told === null || told.length === 0) return
    this.rows += 1
    this.kept.push(...told.slice(0, this.#most - this.kept.length))
  }
}
