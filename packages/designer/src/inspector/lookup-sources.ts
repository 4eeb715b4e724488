import {
  localize,
  resultLooks,
  systemFields,
  type DefinitionIndex,
  type Locale,
  type Place,
} from '@pipewright/metadata'
import type { Field, LookupField, RelationField } from '@pipewright/schemas'

/** A field that a lookup can show, with the way to it. */
export interface LookupSource {
  readonly path: string
  readonly label: string
  readonly changes: Pick<LookupField, 'path' | 'resultType' | 'resultForm' | 'scale' | 'currency'>
}

const mostHops = 3
const offeredSystemFields = ['owner', 'created_at', 'created_by']

/** One node of the cascade in which a builder walks over relations to a field. */
export interface SourceNode {
  readonly value: string
  readonly label: string
  readonly isLeaf: boolean
  readonly children?: SourceNode[]
}

function behind(index: DefinitionIndex, form: string, locale: Locale, hops: number): SourceNode[] {
  const system = offeredSystemFields.flatMap((key) => systemFields.get(key) ?? [])
  const label = (field: Field) => localize(field.label, locale) || field.key
  return [...index.fieldsOf(form), ...system]
    .filter((field) => resultLooks(field) !== undefined)
    .flatMap((field): SourceNode[] => {
      const own = { value: field.key, label: label(field), isLeaf: true }
      if (field.type !== 'relation' || hops >= mostHops) return [own]
      return [
        own,
        {
          value: `${field.key}.`,
          label: `${label(field)} ›`,
          isLeaf: false,
          children: behind(index, field.form, locale, hops + 1),
        },
      ]
    })
}

/** Everything that a lookup at a place can show, as a tree over its relations. */
export function lookupSources(index: DefinitionIndex, place: Place, locale: Locale): SourceNode[] {
  const node = (field: RelationField, name: string, hops: number): SourceNode => ({
    value: `${name}.`,
    label: localize(field.label, locale) || field.key,
    isLeaf: false,
    children: behind(index, field.form, locale, hops),
  })
  return index.fieldsOf(place.form, place.lineItems).flatMap((field): SourceNode[] => {
    if (field.type === 'relation') return [node(field, field.key, 1)]
    if (field.type !== 'anyRelation') return []
    const parts = field.targets.flatMap(({ form }) => {
      const part = index.field(place, `${field.key}.${form}`)?.field
      return part?.type === 'relation' ? [node(part, form, 2)] : []
    })
    const label = localize(field.label, locale) || field.key
    return [{ value: `${field.key}.`, label, isLeaf: false, children: parts }]
  })
}

/** The first value that a relation of the place leads to. */
export function firstPath(index: DefinitionIndex, place: Place): LookupSource['changes'] | undefined {
  for (const field of index.fieldsOf(place.form, place.lineItems)) {
    const title = field.type === 'relation' ? index.form(field.form)?.titleField : undefined
    const changes = title === undefined ? undefined : lookupChanges(index, place, `${field.key}.${title}`)
    if (changes !== undefined) return changes
  }
  return undefined
}

/** Steps of the cascade for a path: "account.region.name" is "account.", "region.", "name". */
export const stepsOf = (path: string): string[] => {
  const keys = path.split('.')
  return keys.map((key, position) => (position === keys.length - 1 ? key : `${key}.`))
}

/** The properties of a lookup that shows the field at a path. */
export function lookupChanges(
  index: DefinitionIndex,
  place: Place,
  path: string,
): LookupSource['changes'] | undefined {
  const found = index.field(place, path)
  const looks = found && resultLooks(found.field)
  return looks && { path, ...looks }
}
