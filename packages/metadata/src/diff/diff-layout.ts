import type { Form, Layout, Section } from '@pipewright/schemas'
import { elementsOfLayout, itemKey } from '../layout-items.ts'
import { elementName } from '../layout-elements/index.ts'
import { isSameJson } from '../same-json.ts'
import { compareByKey } from './by-key.ts'
import type { Change, LayoutProperty } from './change.ts'
import { nameOf } from './diff-fields.ts'
import { movedItems } from './moved-items.ts'

const places = (layout: Layout): ReadonlyMap<string, { section: Section; width: number | undefined }> =>
  new Map(
    layout.sections.flatMap((section) =>
      section.items.map((item) => [itemKey(item), { section, width: item.width }] as const),
    ),
  )

/** The layout as if only the fields and elements that both sides have existed: what came or went is told elsewhere. */
function onlyKept(layout: Layout, kept: ReadonlySet<string>): Layout {
  const keep = (list: readonly string[] | undefined) => (list ?? []).filter((key) => kept.has(key))
  return {
    ...layout,
    sections: layout.sections.map((section) => ({
      ...section,
      items: section.items.filter((item) => kept.has(itemKey(item))),
    })),
    keyFacts: keep(layout.keyFacts),
    quickCreate: keep(layout.quickCreate),
    related: layout.related ?? [],
  }
}

function findMoved(before: Layout, after: Layout): string[] {
  const old = places(before)
  const inSection = (layout: Layout, key: string): string[] =>
    (layout.sections.find((section) => section.key === key)?.items ?? []).map(itemKey)
  return after.sections.flatMap((section) => {
    const now = section.items.map(itemKey)
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
  const elements = compareByKey(elementsOfLayout(before.layout), elementsOfLayout(after.layout))
  const come = new Set(elements.added.map(({ key }) => key))
  const both = [...after.fields.filter(({ key }) => old.has(key)), ...elementsOfLayout(after.layout)]
  const kept = new Set(both.map(({ key }) => key).filter((key) => !come.has(key)))
  const [from, to] = [onlyKept(before.layout, kept), onlyKept(after.layout, kept)]
  const [was, is] = [places(from), places(to)]
  const form = nameOf(after)
  const moves = findMoved(from, to).map((key): Change => {
    const element = elementsOfLayout(after.layout).find((one) => one.key === key)
    const field = after.fields.find((one) => one.key === key) ?? {
      key,
      ...(element && { label: elementName(element) }),
    }
    const section = is.get(key)?.section
    return { type: 'fieldMoved', form, field: nameOf(field), ...(section && { section: nameOf(section) }) }
  })
  const keys = (layout: Layout) => layout.sections.map((section) => section.key)
  const properties: LayoutProperty[] = []
  if (movedItems(keys(from), keys(to)).length > 0) properties.push('sections')
  if ([...is].some(([key, { width }]) => was.get(key)?.width !== width)) properties.push('width')
  for (const name of ['pages', 'steps', 'labels', 'keyFacts', 'related', 'quickCreate'] as const)
    if (!isSameJson(from[name], to[name])) properties.push(name)
  const arranged: Change[] = properties.length === 0 ? [] : [{ type: 'layoutChanged', form, properties }]
  return [
    ...diffSections(after, from, to),
    ...elements.added.map((element): Change => ({ type: 'elementAdded', form, element })),
    ...elements.removed.map((element): Change => ({ type: 'elementRemoved', form, element })),
    ...elements.changed.map((pair): Change => ({ type: 'elementChanged', form, ...pair })),
    ...moves,
    ...arranged,
  ]
}
