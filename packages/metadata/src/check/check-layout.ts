import type { AppDefinition, Form, Layout } from '@pipewright/schemas'
import { isFieldItem, itemKey } from '../layout-items.ts'
import { type Segment, toPointer } from '../pointer.ts'
import { type Problem, problem } from '../problem.ts'
import { placeableSystemFields } from '../system-fields.ts'
import { checkUniqueItems, checkUniqueKeys } from './check-unique.ts'

function checkPlaces(
  { layout, fields }: Pick<Form, 'layout' | 'fields'>,
  at: readonly Segment[],
  placed: Set<string>,
  elements: Set<string>,
): Problem[] {
  const taken = new Set([...fields.map(({ key }) => key), ...placeableSystemFields])
  const problems: Problem[] = []
  for (const [position, section] of layout.sections.entries())
    for (const [place, item] of section.items.entries()) {
      const field = itemKey(item)
      const part = isFieldItem(item) ? ['field'] : ['element', 'key']
      const here = toPointer([...at, 'sections', position, 'items', place, ...part])
      if (!isFieldItem(item)) {
        if (taken.has(field) || elements.has(field)) problems.push(problem('key-taken', here, { key: field }))
        elements.add(field)
        continue
      }
      if (placed.has(field)) problems.push(problem('twice-in-layout', here, { field }))
      placed.add(field)
    }
  return problems
}

const checkLists = (layout: Layout, at: readonly Segment[]): Problem[] => [
  ...checkUniqueKeys(layout.pages, [...at, 'pages']),
  ...checkUniqueItems(layout.keyFacts, [...at, 'keyFacts']),
  ...checkUniqueItems(layout.quickCreate, [...at, 'quickCreate']),
]

/** Further layouts show some of the fields; what they are for is said once and there is a field for it. */
function checkFurther(form: Form, at: readonly Segment[], elements: Set<string>): Problem[] {
  return [
    ...checkUniqueKeys(form.layouts, [...at, 'layouts']),
    ...(form.layouts ?? []).flatMap((one, position) => {
      const here = [...at, 'layouts', position]
      const isAimless =
        ((one.stages?.length ?? 0) > 0 && form.stageField === undefined) ||
        ((one.types?.length ?? 0) > 0 && form.typeField === undefined)
      return [
        ...checkPlaces({ ...form, layout: one.layout }, [...here, 'layout'], new Set(), elements),
        ...checkUniqueKeys(one.layout.sections, [...here, 'layout', 'sections']),
        ...checkLists(one.layout, [...here, 'layout']),
        ...(['roles', 'stages', 'types'] as const).flatMap((name) =>
          checkUniqueItems(one[name], [...here, name]),
        ),
        ...(isAimless ? [problem('layout-never-fits', toPointer(here), { layout: one.label })] : []),
      ]
    }),
  ]
}

/** Each type, form one came from and set of values is spoken of once. */
const checkStart = ({ start }: Form, at: readonly Segment[]): Problem[] => [
  ...checkUniqueItems(
    start?.types?.map(({ key }) => key),
    [...at, 'types'],
  ),
  ...checkUniqueItems(
    start?.from?.map(({ form }) => form),
    [...at, 'from'],
  ),
  ...checkUniqueItems(
    start?.presets?.map(({ key }) => key),
    [...at, 'presets'],
  ),
  ...checkUniqueItems(start?.last, [...at, 'last']),
]

function checkForm(form: Form, at: readonly Segment[]): Problem[] {
  const placed = new Set<string>()
  const elements = new Set<string>()
  const problems = checkPlaces(form, [...at, 'layout'], placed, elements)
  for (const [position, { key, label }] of form.fields.entries())
    if (!placed.has(key))
      problems.push(problem('not-in-layout', toPointer([...at, 'fields', position]), { field: label }))
  return [
    ...problems,
    ...checkLists(form.layout, [...at, 'layout']),
    ...checkFurther(form, at, elements),
    ...checkUniqueItems(form.searchFields, [...at, 'searchFields']),
    ...checkUniqueItems(form.matchFields, [...at, 'matchFields']),
    ...(form.matching?.rules ?? []).flatMap(({ compare }, position) =>
      compare.flatMap(({ fields }, place) =>
        checkUniqueItems(fields, [...at, 'matching', 'rules', position, 'compare', place, 'fields']),
      ),
    ),
    ...checkUniqueItems(form.copyFields, [...at, 'copyFields']),
    ...checkStart(form, [...at, 'start']),
    ...(form.uniqueness ?? []).flatMap(({ fields }, position) =>
      checkUniqueItems(fields, [...at, 'uniqueness', position, 'fields']),
    ),
  ]
}

/** Each field stands exactly once in the standard layout of its form, and at most once in each further one; an element has a name of its own. */
export const checkLayouts = (definition: AppDefinition): Problem[] =>
  definition.forms.flatMap((form, position) => checkForm(form, ['forms', position]))
