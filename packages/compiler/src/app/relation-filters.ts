import type { AppDefinition, Expression, Field, RelationField, RelationsField } from '@pipewright/schemas'
import { dependencies, type Scope } from '@pipewright/logic'
import { rowsPlace, targetPartsOf, type DefinitionIndex, type Place } from '@pipewright/metadata'
import { formScope } from './form-scope.ts'

/** A relation that only some records of its form may be chosen for, and the place it stands in. */
export interface FilteredRelation {
  readonly place: Place
  readonly field: (RelationField | RelationsField) & { readonly filter: Expression }
}

const isFiltered = (field: Field): field is FilteredRelation['field'] =>
  (field.type === 'relation' || field.type === 'relations') && field.filter !== undefined

function filteredIn(place: Place, fields: readonly Field[]): FilteredRelation[] {
  return fields.flatMap((field) => {
    if (field.type === 'lineItems') return filteredIn(rowsPlace(place, field.key), field.fields)
    return [field, ...targetPartsOf(field)].filter(isFiltered).map((each) => ({ place, field: each }))
  })
}

/** Every relation with a filter. */
export function filteredRelations({ forms }: AppDefinition): FilteredRelation[] {
  return forms.flatMap((form) => filteredIn({ form: form.key }, form.fields))
}

/** The paths of a filter that start at `$record` or `$row`, without that head. */
export const pathsBehind = (
  filter: Expression,
  head: '$record' | '$row' | '$parent',
): readonly (readonly string[])[] =>
  dependencies(filter).flatMap((path) => (path[0] === head ? [path.slice(1)] : []))

/** The paths of a filter that start at the record to be chosen. */
export const pathsOfTarget = (filter: Expression): readonly (readonly string[])[] =>
  dependencies(filter).filter(([head = '']) => !head.startsWith('$'))

const scopes = new WeakMap<Field, Scope>()

/** What a filter may use: the record to be chosen, the record around it (`$record`) and its row (`$row`). */
export function filterScope(index: DefinitionIndex, { place, field }: FilteredRelation): Scope {
  const known = scopes.get(field)
  if (known !== undefined) return known
  const target = formScope(index, { form: field.form })
  const around: Readonly<Record<string, Scope>> = {
    $record: formScope(index, { form: place.form }),
    $row: formScope(index, place),
  }
  const scope: Scope = {
    resolve(path) {
      const [head = '', ...rest] = path
      return Object.hasOwn(around, head) ? around[head]?.resolve(rest) : target.resolve(path)
    },
    fields: () => [],
  }
  scopes.set(field, scope)
  return scope
}
