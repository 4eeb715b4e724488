import type { Field, Option } from '@pipewright/schemas'
import { compareByKey, differingProperties } from './by-key.ts'
import type { Change, FieldProperty, Named, OptionChanges } from './change.ts'
import { movedItems } from './moved-items.ts'

export const nameOf = ({ key, label }: Named): Named => (label === undefined ? { key } : { key, label })

/** Undefined when the options are the same. */
export function diffOptions(
  before: readonly Option[] = [],
  after: readonly Option[] = [],
): OptionChanges | undefined {
  const pairs = compareByKey(before, after)
  const keys = (list: readonly Option[]) => list.map((option) => option.key)
  const reordered = movedItems(keys(before), keys(after)).length > 0
  const isSame = pairs.added.length + pairs.removed.length + pairs.changed.length === 0 && !reordered
  return isSame ? undefined : { ...pairs, reordered }
}

const optionsOf = (field: Field) => ('options' in field ? field.options : undefined)

interface FieldsSite {
  form: Named
  lineItems?: Named
  /** Where a field stands now. */
  sectionOf?: (key: string) => Named | undefined
}

/** Rows inside rows are named by both keys. */
const inside = (around: Named | undefined, table: Field): Named =>
  around === undefined ? nameOf(table) : { ...nameOf(table), key: `${around.key}.${table.key}` }

function diffField(before: Field, after: Field, site: FieldsSite): Change[] {
  const { form, lineItems } = site
  const at = { form, ...(lineItems && { lineItems }) }
  const properties = differingProperties<Field>(before, after).filter(
    (name) => name !== 'key' && !(name === ('fields' as string)),
  ) as FieldProperty[]
  const options = diffOptions(optionsOf(before), optionsOf(after))
  const changes: Change[] =
    properties.length === 0
      ? []
      : [{ type: 'fieldChanged', ...at, before, after, properties, ...(options && { options }) }]
  if (before.type === 'lineItems' && after.type === 'lineItems')
    changes.push(...diffFields(before.fields, after.fields, { form, lineItems: inside(lineItems, after) }))
  return changes
}

export function diffFields(before: readonly Field[], after: readonly Field[], site: FieldsSite): Change[] {
  const { form, lineItems, sectionOf } = site
  const at = { form, ...(lineItems && { lineItems }) }
  const pairs = compareByKey(before, after)
  const added = pairs.added.map((field): Change => {
    const section = sectionOf?.(field.key)
    return { type: 'fieldAdded', ...at, field, ...(section && { section }) }
  })
  const removed = pairs.removed.map((field): Change => ({ type: 'fieldRemoved', ...at, field }))
  const changed = pairs.changed.flatMap((pair) => diffField(pair.before, pair.after, site))
  if (lineItems === undefined) return [...added, ...removed, ...changed]
  const keys = (list: readonly Field[]) => list.map((field) => field.key)
  const moved = new Set(movedItems(keys(before), keys(after)))
  const moves = after
    .filter((field) => moved.has(field.key))
    .map((field): Change => ({ type: 'fieldMoved', ...at, field: nameOf(field) }))
  return [...added, ...removed, ...changed, ...moves]
}
