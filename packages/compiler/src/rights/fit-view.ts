import {
  meets,
  referencesOfView,
  viewKinds,
  type DefinitionIndex,
  type Reference,
} from '@pipewright/metadata'
import type { Expression, View } from '@pipewright/schemas'
import { maskScope, type MaskScope } from './mask-scope.ts'
import { readableForm, readablePath, readableTitleField } from './readable.ts'
import type { Rights } from './rights.ts'

/** The part of a view that had to be left out: the name of its property. */
export type LeftOut = Exclude<keyof View, 'key' | 'form' | 'label' | 'type'>

export interface FittedView {
  readonly view: View
  /** Each once, by name; empty: it is shown as it was saved. */
  readonly leftOut: readonly LeftOut[]
}

function holds(index: DefinitionIndex, rights: Rights, { target }: Reference): boolean {
  if (target.kind !== 'field') return target.kind !== 'variable' && target.kind !== 'form'
  const found = readablePath(index, rights, target.from.form, target.path)
  return found !== undefined && meets(found, target.expects)
}

/** The conditions of a filter that may be asked; undefined when none of them is left. */
function askable(scope: MaskScope, form: string, filter: Expression): Expression | undefined {
  if (scope.expression(form, filter)) return filter
  if (typeof filter !== 'object' || filter === null || Array.isArray(filter)) return undefined
  const all = filter['and']
  if (!Array.isArray(all)) return undefined
  const left = all.flatMap((part) => askable(scope, form, part) ?? [])
  return left.length > 1 ? { and: left } : left[0]
}

type Loose = Record<string, unknown>

/** Takes away what stands at a pointer: an item of a list is marked, so that the places of the others stay true. */
function strike(node: unknown, [head = '', ...rest]: readonly string[], gone: symbol): void {
  if (typeof node !== 'object' || node === null) return
  const holder = node as Loose
  if (rest.length > 0 && typeof holder[head] === 'object' && holder[head] !== null) {
    const isItem = Array.isArray(node)
    // A part of an item, such as the field of a sort key, takes the whole item with it.
    if (isItem) holder[head] = gone
    else strike(holder[head], rest, gone)
    return
  }
  if (Array.isArray(node)) holder[head] = gone
  else delete holder[head]
}

function withoutGone(value: unknown, gone: symbol): unknown {
  if (Array.isArray(value))
    return value.filter((item) => item !== gone).map((item) => withoutGone(item, gone))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutGone(inner, gone)]))
}

/**
 * A view that a member saved, as one reader may see it by the published app. What names a field that is gone, or that the
 * reader may not read, is left out: both look alike, and the values that it was compared with are not told either. Undefined
 * when the form itself may not be read.
 */
export function fitView(index: DefinitionIndex, rights: Rights, view: View): FittedView | undefined {
  if (readableForm(rights, view.form) === undefined) return undefined
  const scope = maskScope(index, rights)
  const gone = Symbol('gone')
  const { filter, ...rest } = JSON.parse(JSON.stringify(view)) as View
  const asked = filter === undefined ? undefined : askable(scope, view.form, filter)
  const leftOut = new Set<LeftOut>()
  let { type } = view
  for (const reference of referencesOfView(index, { ...view, filter: true })) {
    if (holds(index, rights, reference)) continue
    const path = reference.pointer.split('/').slice(1)
    const [head] = path
    if (head === undefined || head === 'form') continue
    strike(rest, path, gone)
    leftOut.add(head as LeftOut)
    // Without what it is arranged by, only a table can show it.
    if (viewKinds[type].required.some((setting) => setting === head)) type = 'table'
  }
  if (filter !== undefined && JSON.stringify(asked) !== JSON.stringify(filter)) leftOut.add('filter')
  const kept = withoutGone(rest, gone) as View
  const title = readableTitleField(index, rights, view.form)
  const columns = kept.columns.length > 0 ? kept.columns : [title ?? 'id']
  return {
    view: { ...kept, type, columns, ...(asked === undefined ? {} : { filter: asked }) },
    leftOut: [...leftOut].toSorted(),
  }
}
