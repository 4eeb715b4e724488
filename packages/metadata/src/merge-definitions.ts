import type { AppDefinition } from '@pipewright/schemas'
import { checkDefinition } from './check/check-definition.ts'
import { itemKey } from './layout-items.ts'
import { type Segment, toPointer } from './pointer.ts'
import type { Problem } from './problem.ts'
import { isSameJson } from './same-json.ts'

/** Both sides changed the same thing in different ways; ours was kept. Arrays in the pointer go by key, not position. */
export interface Conflict {
  pointer: string
  base: unknown
  ours: unknown
  theirs: unknown
}

interface Merge {
  conflicts: Conflict[]
}

type Item = Readonly<Record<string, unknown>>

/** Expressions are taken whole: half of one and half of the other would mean something nobody wrote. */
const wholeProperties = new Set(['when', 'filter', 'default', 'expression', 'value', 'condition'])
const mapsOfExpressions = new Set(['values', 'updates', 'onStart', 'onApproved', 'onRejected', 'onWithdrawn'])

const isItem = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

type Identity = (item: Item) => unknown

/** What tells the items of a list apart; those of a section are fields and elements. */
const identities: readonly Identity[] = [
  ({ key }) => key,
  ({ field, element }) => (isItem(element) ? element.key : field),
  ({ form }) => form,
]

function identityOf(lists: readonly (readonly unknown[])[]): Identity | undefined {
  return identities.find((identity) =>
    lists.every((list) => {
      const names = list.map((item) => (isItem(item) ? identity(item) : undefined))
      return names.every((one) => typeof one === 'string') && new Set(names).size === names.length
    }),
  )
}

function conflict(merge: Merge, at: readonly Segment[], sides: Omit<Conflict, 'pointer'>): unknown {
  merge.conflicts.push({ pointer: toPointer(at), ...sides })
  return sides.ours
}

type Sides<T> = { base: T; ours: T; theirs: T }

/** The order of whoever changed it (ours when both did), with what the other added behind its neighbour there. */
function mergedOrder({ base, ours, theirs }: Sides<readonly string[]>): string[] {
  const kept = ours.filter((name) => base.includes(name))
  const isUnmoved = isSameJson(
    kept,
    base.filter((name) => ours.includes(name)),
  )
  const [first, second] = isUnmoved ? [theirs, ours] : [ours, theirs]
  const order = [...first]
  for (const [position, name] of second.entries()) {
    if (order.includes(name)) continue
    const before = second.slice(0, position).findLast((one) => order.includes(one))
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, name)
  }
  return order
}

function mergeKeyed(
  merge: Merge,
  at: readonly Segment[],
  lists: Sides<readonly unknown[]>,
  by: Identity,
): unknown[] {
  const mapOf = (list: readonly unknown[]) =>
    new Map(list.filter(isItem).map((item) => [String(by(item)), item]))
  const [base, ours, theirs] = [mapOf(lists.base), mapOf(lists.ours), mapOf(lists.theirs)]
  const order = mergedOrder({
    base: [...base.keys()],
    ours: [...ours.keys()],
    theirs: [...theirs.keys()],
  })
  return order.flatMap((name) => {
    const sides = { base: base.get(name), ours: ours.get(name), theirs: theirs.get(name) }
    const merged = mergeValue(merge, [...at, name], sides)
    return merged === undefined ? [] : [merged]
  })
}

const mergeNames = (lists: Sides<readonly string[]>): string[] => {
  const removed = new Set(lists.base.filter((name) => !lists.theirs.includes(name)))
  return mergedOrder(lists).filter((name) =>
    lists.base.includes(name) ? lists.ours.includes(name) && !removed.has(name) : true,
  )
}

function mergeItem(merge: Merge, at: readonly Segment[], items: Sides<Item>): Item {
  const names = new Set([...Object.keys(items.ours), ...Object.keys(items.theirs)])
  const merged = [...names].flatMap((name) => {
    const sides = { base: items.base[name], ours: items.ours[name], theirs: items.theirs[name] }
    const value = mergeValue(merge, [...at, name], sides)
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(merged)
}

function isWhole(at: readonly Segment[], { ours, theirs }: Sides<unknown>): boolean {
  if (wholeProperties.has(String(at.at(-1))) || mapsOfExpressions.has(String(at.at(-2)))) return true
  return isItem(ours) && isItem(theirs) && ours.type !== theirs.type
}

function mergeValue(merge: Merge, at: readonly Segment[], sides: Sides<unknown>): unknown {
  const { base, ours, theirs } = sides
  if (isSameJson(ours, theirs) || isSameJson(base, theirs)) return ours
  if (isSameJson(base, ours)) return theirs
  if (isWhole(at, sides)) return conflict(merge, at, sides)
  const [old, left, right] = [base ?? (Array.isArray(ours) ? [] : {}), ours, theirs]
  if (isItem(old) && isItem(left) && isItem(right))
    return mergeItem(merge, at, { base: old, ours: left, theirs: right })
  if (Array.isArray(old) && Array.isArray(left) && Array.isArray(right)) {
    const lists: Sides<readonly unknown[]> = { base: old, ours: left, theirs: right }
    const isNames = [old, left, right].every((list) => list.every((one) => typeof one === 'string'))
    if (isNames) return mergeNames(lists as Sides<readonly string[]>)
    const by = identityOf([old, left, right])
    if (by !== undefined) return mergeKeyed(merge, at, lists, by)
  }
  return conflict(merge, at, sides)
}

/** A field that each side moved to another section stands where we put it. */
function placeOnce(definition: AppDefinition, ours: AppDefinition, merge: Merge): AppDefinition {
  const forms = definition.forms.map((form) => {
    const fields = form.layout.sections.flatMap((section) => section.items.map(itemKey))
    const doubled = new Set(fields.filter((field, position) => fields.indexOf(field) !== position))
    if (doubled.size === 0) return form
    const mine = ours.forms.find((one) => one.key === form.key)
    const ourSection = (field: string) =>
      mine?.layout.sections.find((section) => section.items.some((item) => itemKey(item) === field))?.key
    for (const field of doubled)
      conflict(merge, ['forms', form.key, 'layout', 'sections', field], {
        base: undefined,
        ours: ourSection(field),
        theirs: undefined,
      })
    const sections = form.layout.sections.map((section) => ({
      ...section,
      items: section.items.filter(
        (item) => !doubled.has(itemKey(item)) || ourSection(itemKey(item)) === section.key,
      ),
    }))
    return { ...form, layout: { ...form.layout, sections } }
  })
  return { ...definition, forms }
}

/**
 * Brings together what two sides made of the same definition: by document, field and property. What both changed
 * differently is a conflict and stays ours; what no longer fits together is in `problems`.
 */
export function mergeDefinitions(
  base: AppDefinition,
  ours: AppDefinition,
  theirs: AppDefinition,
): { definition: AppDefinition; conflicts: Conflict[]; problems: Problem[] } {
  const merge: Merge = { conflicts: [] }
  // All three have the shape of a definition, and merging by property keeps it.
  const merged = mergeValue(merge, [], { base, ours, theirs }) as AppDefinition
  const definition = placeOnce(merged, ours, merge)
  return { definition, conflicts: merge.conflicts, problems: checkDefinition(definition) }
}
