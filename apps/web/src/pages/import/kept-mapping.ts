import type { Import, ImportColumn } from '@pipewright/contract'

const isEqual = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

type Read = Pick<Import, 'columns' | 'mapping'>

/**
 * How the columns of a file read anew are matched: what somebody changed is kept where the file has the same columns, the
 * rest as its text suggests now.
 */
export function keptMapping(before: Read, mapping: readonly ImportColumn[], after: Read): ImportColumn[] {
  const names = ({ columns }: Read) => columns.map(({ name }) => name)
  if (!isEqual(names(before), names(after))) return after.mapping
  const changed = new Map(
    mapping.filter((own) => !before.mapping.some((one) => isEqual(one, own))).map((own) => [own.column, own]),
  )
  const taken = new Set([...changed.values()].map(({ field }) => field))
  return after.mapping.map((found) => {
    const free = taken.has(found.field) ? { column: found.column, field: null } : found
    return changed.get(found.column) ?? free
  })
}

/** What was chosen of anything before it was suggested anew; where nothing was chosen, what is suggested now. */
export const keptChoice = <T>(suggested: T, own: T, now: T): T => (isEqual(suggested, own) ? now : own)
