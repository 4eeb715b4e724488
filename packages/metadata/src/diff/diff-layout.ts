import type { Form, Layout, Section } from '@pipewright/schemas'
import { isSameJson } from '../same-json.ts'
import { compareByKey } from './by-key.ts'
import type { Change, LayoutProperty } from './change.ts'
import { nameOf } from './diff-fields.ts'
import { movedItems } from './moved-items.ts'

const places = (layout: Layout): ReadonlyMap<string, { section: Section; width: number | undefined }> =>
  new Map(
    layout.sections.flatMap((section) =>
      section.items.map(({ field, width }) => [field, { section, width }] as const),
    ),
  )

/** The layout as if only the fields that both sides have existed: what came or went is told elsewhere. */
function onlyKept(layout: Layout, kept: ReadonlySet<string>): Layout {
  const keep = (list: readonly string[] | undefined) => (list ?? []).filter((key) => kept.has(key))
  return {
    ...layout,
    sections: layout.sections.map((section) => ({
      ...section,
      items: section.items.filter((item) => kept.has(item.field)),
    })),
    keyFacts: keep(layout.keyFacts),
    quickCreate: keep(layout.quickCreate),
    related: layout.related ?? [],
  }
}

function findMoved(before: Layout, after: Layout): string[] {
  const old = places(before)
  const inSection = (layout: Layout, key: string): string[] =>
    (layout.sections.find((section) => section.key === key)?.items ?? []).map((item) => item.field)
  return after.sections.flatMap((section) => {
    const now = section.items.map((item) => item.field)
    const shifted = movedItems(inSection(before, section.key), now)
    return now.filter((key) => old.get(key)?.section.key !== section.key || shifted.includes(key))
  })
}

function diffSections(form: Form, before: Layout, after: Layout): Change[] {
  const bare = (layout: Layout) => layout.sections.map((section) => ({ ...section, items: [] }))
  const pairs = compareByKey<Section>(bare(before), bare(after))
  const named = nameOf(form)
  return [
    ...pairs.added.map((section): Change => ({ type: 'sectionAdded', form: named, section })),
    ...pairs.removed.map((section): Change => ({ type: 'sectionRemoved', form: named, section })),
    ...pairs.changed.map((pair): Change => ({ type: 'sectionChanged', form: named, ...pair })),
  ]
}

export function diffLayout(before: Form, after: Form): Change[] {
  const old = new Set(before.fields.map((field) => field.key))
  const kept = new Set(after.fields.map((field) => field.key).filter((key) => old.has(key)))
  const [from, to] = [onlyKept(before.layout, kept), onlyKept(after.layout, kept)]
  const [was, is] = [places(from), places(to)]
  const form = nameOf(after)
  const moves = findMoved(from, to).map((key): Change => {
    const field = after.fields.find((one) => one.key === key) ?? { key }
    const section = is.get(key)?.section
    return { type: 'fieldMoved', form, field: nameOf(field), ...(section && { section: nameOf(section) }) }
  })
  const keys = (layout: Layout) => layout.sections.map((section) => section.key)
  const properties: LayoutProperty[] = []
  if (movedItems(keys(from), keys(to)).length > 0) properties.push('sections')
  if ([...is].some(([key, { width }]) => was.get(key)?.width !== width)) properties.push('width')
  for (const name of ['pages', 'steps', 'keyFacts', 'related', 'quickCreate'] as const)
    if (!isSameJson(from[name], to[name])) properties.push(name)
  const arranged: Change[] = properties.length === 0 ? [] : [{ type: 'layoutChanged', form, properties }]
  return [...diffSections(after, from, to), ...moves, ...arranged]
}
