import type { Form, FormLayout } from '@pipewright/schemas'
import { itemKey } from '../layout-items.ts'
import { compareByKey } from './by-key.ts'
import type { Change } from './change.ts'
import { nameOf } from './diff-fields.ts'
import { movedItems } from './moved-items.ts'

/** A field that is gone has left every layout; that is told by its removal. */
function onlyThere({ layout, ...rest }: FormLayout, gone: ReadonlySet<string>): FormLayout {
  const sections = layout.sections.map((section) => ({
    ...section,
    items: section.items.filter((item) => !gone.has(itemKey(item))),
  }))
  const { keyFacts } = layout
  const kept = keyFacts && { keyFacts: keyFacts.filter((key) => !gone.has(key)) }
  return { ...rest, layout: { ...layout, sections, ...kept } }
}

export function diffFurtherLayouts(before: Form, after: Form): Change[] {
  const form = nameOf(after)
  const there = new Set(after.fields.map(({ key }) => key))
  const gone = new Set(before.fields.map(({ key }) => key).filter((key) => !there.has(key)))
  const old = before.layouts?.map((one) => onlyThere(one, gone))
  const { added, removed, changed } = compareByKey(old, after.layouts)
  const keys = ({ layouts = [] }: Form) => layouts.map(({ key }) => key)
  return [
    ...added.map((formLayout): Change => ({ type: 'formLayoutAdded', form, formLayout })),
    ...removed.map((formLayout): Change => ({ type: 'formLayoutRemoved', form, formLayout })),
    ...changed.map((pair): Change => ({ type: 'formLayoutChanged', form, ...pair })),
    ...(movedItems(keys(before), keys(after)).length > 0
      ? [{ type: 'formLayoutsReordered', form } satisfies Change]
      : []),
  ]
}
