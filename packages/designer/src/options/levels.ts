import type { Option } from '@pipewright/schemas'
import { addOptions } from './option-edits.ts'

/** Cells of a block copied from a spreadsheet; a cell that is empty repeats the one above, as merged cells paste. */
export function readLevels(text: string): string[][] {
  const rows = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('\t').map((cell) => cell.replaceAll(/\s+/g, ' ').trim()))
  let above: readonly string[] = []
  return rows.map((row) => {
    const firstFilled = row.findIndex((cell) => cell !== '')
    const filled = row.map((cell, level) =>
      cell === '' && level < firstFilled ? (above[level] ?? '') : cell,
    )
    above = filled
    return filled
  })
}

export const levelCount = (rows: readonly (readonly string[])[]): number =>
  Math.max(0, ...rows.map((row) => row.findLastIndex((cell) => cell !== '') + 1))

const nameOf = ({ label, key }: Option, locale: 'en' | 'zh'): string =>
  label[locale] ?? label.en ?? label.zh ?? key

interface Wanted {
  readonly name: string
  readonly parents: Set<string>
}

/**
 * What one level holds: below the same parent a name is one option. On the last level it is one option over all parents;
 * above it, names under different parents are different options, so that what lies below them stays apart.
 */
function wantedAt(
  pairs: readonly (readonly [parent: string | undefined, name: string])[],
  last: boolean,
): Wanted[] {
  const found = new Map<string, Wanted>()
  for (const [parent, name] of pairs) {
    const place = last ? name : JSON.stringify([parent, name])
    const wanted = found.get(place) ?? { name, parents: new Set<string>() }
    if (parent !== undefined) wanted.parents.add(parent)
    found.set(place, wanted)
  }
  return [...found.values()]
}

function merge(
  options: readonly Option[],
  wanted: readonly Wanted[],
  locale: 'en' | 'zh',
  last: boolean,
): Option[] {
  const fits = (option: Option, { name, parents }: Wanted) =>
    nameOf(option, locale) === name &&
    (last || parents.size === 0 || (option.parents ?? []).some((key) => parents.has(key)))
  const known = Map.groupBy(options, (option) => nameOf(option, locale))
  const asked = Map.groupBy(wanted, ({ name }) => name)
  const missing = wanted.filter((one) => !(known.get(one.name) ?? []).some((option) => fits(option, one)))
  const added = addOptions(
    options,
    missing.map(({ name }) => ({ [locale]: name })),
  ).slice(options.length)
  const made = new Map(missing.map((one, position) => [added[position]?.key, one]))
  return [...options, ...added].map((option) => {
    const own =
      made.get(option.key) ?? (asked.get(nameOf(option, locale)) ?? []).find((one) => fits(option, one))
    if (own === undefined || own.parents.size === 0) return option
    return { ...option, parents: [...new Set([...(option.parents ?? []), ...own.parents])] }
  })
}

/**
 * Options of several levels from a block like "Zhejiang ⇥ Hangzhou ⇥ Xihu": `existing` are those of each level, which stay.
 */
export function optionsOfLevels(
  rows: readonly (readonly string[])[],
  existing: readonly (readonly Option[])[],
  locale: 'en' | 'zh',
): Option[][] {
  const count = levelCount(rows)
  const levels: Option[][] = []
  let parents: (string | undefined)[] = rows.map(() => undefined)
  for (let level = 0; level < count; level++) {
    const pairs = rows.flatMap((row, position) => {
      const name = row[level] ?? ''
      return name === '' ? [] : [[parents[position], name] as const]
    })
    const last = level === count - 1
    const options = merge(existing[level] ?? [], wantedAt(pairs, last), locale, last)
    levels.push(options)
    const byPlace = new Map(
      options.flatMap((option) => {
        const name = nameOf(option, locale)
        const above: (string | undefined)[] = level === 0 ? [undefined] : [...(option.parents ?? [])]
        return above.map((parent) => [JSON.stringify([parent, name]), option.key] as const)
      }),
    )
    parents = rows.map((row, position) => byPlace.get(JSON.stringify([parents[position], row[level] ?? ''])))
  }
  return levels
}
