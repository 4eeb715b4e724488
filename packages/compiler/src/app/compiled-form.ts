import type { AutoNumberField, Field, Form, LineItemsField, RollupField } from '@pipewright/schemas'
import type { CalculatedField, DefinitionIndex, ExpressedField, Place } from '@pipewright/metadata'
import { isSearchable, rowsPlace } from '@pipewright/metadata'
import type { Scope } from '@pipewright/logic'
import { formulaOrder } from './calculation-order.ts'
import { dependentChoices, type DependentChoice } from './dependent-choices.ts'
import { formScope } from './form-scope.ts'
import { placeFigures, type PlaceFigures } from './figures.ts'
import { fieldFills, lineFills, type FieldFill, type LineFill } from './fills.ts'
import { once } from './once.ts'
import { rowSteps } from './row-steps.ts'
import { placeName, type LookupPaths, type Lookups } from './lookups.ts'
import { isStored } from '../tables/is-stored.ts'
import { tableAt } from '../tables/table-names.ts'
import { formMatches, type CompiledMatch } from '../matching/match-keys.ts'

/** A form, or the rows of its line items, with everything that does not depend on a request. */
export interface CompiledPlace {
  readonly place: Place
  readonly table: string
  readonly fields: ReadonlyMap<string, Field>
  /** Fields with a column, in order. */
  readonly stored: readonly Field[]
  /** Formulas and lookups in the order of calculation; also those without a column. */
  readonly formulas: readonly ExpressedField[]
  /** What formulas find in other forms, by formula. */
  readonly figures: PlaceFigures
  readonly scope: Scope
  readonly lookups: LookupPaths
  /** What picked records fill in, by field. */
  readonly fills: ReadonlyMap<string, readonly FieldFill[]>
  /** Keys of the options that may be chosen, per choice field. */
  readonly options: ReadonlyMap<string, ReadonlySet<string>>
  readonly dependents: readonly DependentChoice[]
}

export interface CompiledItems extends CompiledPlace {
  readonly field: LineItemsField
  /** "items"; "items.parts" where its rows stand in other rows. Rights name it so. */
  readonly path: string
  /** Line items inside these rows. */
  readonly inner: readonly CompiledItems[]
  /** What is summed up of the rows inside each of these. */
  readonly rollups: readonly RollupField[]
  /** Everything that is calculated of a row and the rows inside it, in order. */
  readonly steps: readonly RowStep[]
}

/** One calculated field of a row, or of each of the rows inside it. */
export interface RowStep {
  readonly place: CompiledItems
  readonly field: CalculatedField
}

export interface CompiledForm extends CompiledPlace {
  readonly key: string
  readonly form: Form
  readonly items: readonly CompiledItems[]
  /** The same with those inside rows, each after the one around it. */
  readonly allItems: readonly CompiledItems[]
  readonly rollups: readonly RollupField[]
  /** Those of them over the own line items. */
  readonly ownRollups: readonly RollupField[]
  /** Rollups over records that the record names in a relation to many. */
  readonly linkedRollups: readonly RollupField[]
  readonly lineFills: readonly LineFill[]
  readonly autoNumbers: readonly AutoNumberField[]
  readonly searchFields: readonly Field[]
  /** By what records are compared to find those that look the same. */
  readonly matches: readonly CompiledMatch[]
  /** Forms whose records' values lie in stored values of this one. */
  readonly looksAt: ReadonlySet<string>
}

function compilePlace(index: DefinitionIndex, lookups: Lookups, place: Place): CompiledPlace {
  const fields = index.fieldsOf(place.form, place.lineItems)
  const choices = fields.filter((field) => field.type === 'choice' || field.type === 'multiChoice')
  const formulas = formulaOrder(index, place)
  return {
    place,
    table: tableAt(place),
    fields: new Map(fields.map((field) => [field.key, field])),
    stored: fields.filter((field) => isStored(index.definition, place, field)),
    formulas,
    figures: placeFigures(place, formulas),
    scope: formScope(index, place),
    lookups: lookups.paths.get(placeName(place)) ?? [],
    dependents: dependentChoices(index, fields),
    fills: fieldFills(fields, place.lineItems === undefined),
    options: new Map(
      choices.map((field) => [
        field.key,
        new Set(
          index
            .options(field)
            .filter((option) => option.inactive !== true)
            .map((option) => option.key),
        ),
      ]),
    ),
  }
}

function compileItems(
  index: DefinitionIndex,
  lookups: Lookups,
  around: Place,
  fields: readonly Field[],
): CompiledItems[] {
  return fields.flatMap((field) => {
    if (field.type !== 'lineItems') return []
    const place = rowsPlace(around, field.key)
    const own = compilePlace(index, lookups, place)
    const inner = compileItems(index, lookups, place, field.fields)
    const items: CompiledItems = {
      ...own,
      field,
      path: place.lineItems ?? field.key,
      inner,
      rollups: field.fields.filter((column) => column.type === 'rollup'),
      get steps() {
        return steps()
      },
    }
    const steps = once(() => rowSteps(items))
    return [items]
  })
}

/** The forms that looked-up paths of a place lead to and over. */
function formsBehind(index: DefinitionIndex, { place, lookups }: CompiledPlace): string[] {
  return lookups.flatMap((path) => {
    const found = index.field(place, path.join('.'))
    return found === undefined ? [] : [...found.hops.slice(1).map(({ form }) => form), found.form]
  })
}

/** Prepares one form for reading and writing; done once per revision. */
export function compileForm(index: DefinitionIndex, lookups: Lookups, form: Form): CompiledForm {
  const base = compilePlace(index, lookups, { form: form.key })
  const items = compileItems(index, lookups, base.place, form.fields)
  const allItems = items.flatMap((outer) => [outer, ...outer.inner])
  const rollups = form.fields.filter((field) => field.type === 'rollup')
  return {
    ...base,
    key: form.key,
    form,
    items,
    allItems,
    looksAt: new Set([
      ...[base, ...allItems].flatMap((place) => formsBehind(index, place)),
      ...rollups.flatMap(({ form: named, through }) => (through === undefined ? [] : [named])),
    ]),
    lineFills: lineFills(form.fields),
    rollups,
    ownRollups: rollups.filter((field) => field.lineItems !== undefined),
    linkedRollups: rollups.filter((field) => field.through !== undefined),
    autoNumbers: form.fields.filter((field) => field.type === 'autoNumber'),
    matches: formMatches(index, form, base.fields),
    searchFields: (form.searchFields ?? []).flatMap((key) => {
      const field = base.fields.get(key)
      return field !== undefined && isSearchable(field) && base.stored.includes(field) ? [field] : []
    }),
  }
}
