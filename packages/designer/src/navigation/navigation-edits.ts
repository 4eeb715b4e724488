import type { NavigationGroup } from '@pipewright/schemas'

export type Entry = NavigationGroup['items'][number]

function swapped<T>(list: readonly T[], position: number, by: -1 | 1): T[] {
  const next = [...list]
  const [item] = next.splice(position, 1)
  if (item !== undefined) next.splice(position + by, 0, item)
  return next
}

export const moveGroup = (
  groups: readonly NavigationGroup[],
  position: number,
  by: -1 | 1,
): NavigationGroup[] => {
  const target = position + by
  return target < 0 || target >= groups.length ? [...groups] : swapped(groups, position, by)
}

/** One place up or down; over the edge of a group into the next one. */
export function moveEntry(
  groups: readonly NavigationGroup[],
  at: { group: number; item: number },
  by: -1 | 1,
): NavigationGroup[] {
  const group = groups[at.group]
  const entry = group?.items[at.item]
  if (group === undefined || entry === undefined) return [...groups]
  const inside = at.item + by
  if (inside >= 0 && inside < group.items.length)
    return groups.map((one, position) =>
      position === at.group ? { ...one, items: swapped(one.items, at.item, by) } : one,
    )
  const target = at.group + by
  if (groups[target] === undefined) return [...groups]
  return groups.map((one, position) => {
    if (position === at.group) return { ...one, items: one.items.filter((_, item) => item !== at.item) }
    if (position === target) return { ...one, items: by < 0 ? [...one.items, entry] : [entry, ...one.items] }
    return one
  })
}
