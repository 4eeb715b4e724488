import type { SqlFragment } from '@pipewright/logic'

/** Joins many fragments in one go; the separator is fixed text of this code. */
export function joinList(fragments: readonly SqlFragment[], separator: ', ' | ' and ' | ' or '): SqlFragment {
  const strings: string[] = ['']
  const values: SqlFragment['values'][number][] = []
  for (const [position, fragment] of fragments.entries()) {
    const [first = '', ...rest] = fragment.strings
    strings[strings.length - 1] += position === 0 ? first : separator + first
    strings.push(...rest)
    values.push(...fragment.values)
  }
  return { strings, values }
}
