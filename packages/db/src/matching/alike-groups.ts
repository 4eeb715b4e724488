import { ruleOfKey, type CompiledMatch } from '@pipewright/compiler'

/** A record that looks like others, as far as that is compared. */
export interface Compared {
  readonly id: string
  readonly keys: readonly string[]
}

/** The same pair always has the same name. */
export const pairOf = (one: string, other: string): string =>
  one < other ? `${one} ${other}` : `${other} ${one}`

/** Keys that a record has in common with one of the others that it was not told apart from. */
export function commonKeys<R extends Compared>(
  record: R,
  others: readonly R[],
  apart: ReadonlySet<string>,
): string[] {
  const near = others.filter(({ id }) => id !== record.id && !apart.has(pairOf(id, record.id)))
  return record.keys.filter((key) => near.some(({ keys }) => keys.includes(key)))
}

/** Splits a group where records were told apart: only who still looks like another one stays with it. In their order. */
export function splitGroup<R extends Compared>(records: readonly R[], apart: ReadonlySet<string>): R[][] {
  const left = new Set(records)
  const groups: R[][] = []
  for (const first of records) {
    if (!left.delete(first)) continue
    const group = [first]
    for (const one of group)
      for (const other of left)
        if (!apart.has(pairOf(one.id, other.id)) && one.keys.some((key) => other.keys.includes(key))) {
          left.delete(other)
          group.push(other)
        }
    if (group.length > 1) groups.push(records.filter((record) => group.includes(record)))
  }
  return groups
}

/** The fields of the rules that made the keys, and whether one of them is as good as sure. */
export function rulesSaid(matches: readonly CompiledMatch[], keys: readonly string[]) {
  const names = new Set(keys.map(ruleOfKey))
  const found = matches.filter(({ name }) => names.has(name))
  const fields = new Set(
    found.flatMap(({ compare }) => compare.flatMap((each) => each.fields.map(({ key }) => key))),
  )
  return { fields, isLikely: found.some(({ rule }) => rule.sure !== 'possible') }
}
