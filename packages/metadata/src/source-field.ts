import type { Field, Form, LookupField, Option, OptionSet } from '@pipewright/schemas'
import { isCalculated, rollupPlace, type CalculatedField } from './calculated.ts'
import { rowsPlace, type FoundField, type Place } from './find-field.ts'

type FindField = (from: Place, path: string) => FoundField | undefined

/** A chain of lookups that is longer leads in a circle. */
const longestChain = 50

function calculatedPlaces(forms: readonly Form[]): ReadonlyMap<Field, Place> {
  const places = new Map<Field, Place>()
  const collect = (place: Place, fields: readonly Field[]): void => {
    for (const field of fields) {
      if (isCalculated(field)) places.set(field, place)
      if (field.type === 'lineItems') collect(rowsPlace(place, field.key), field.fields)
    }
  }
  for (const form of forms) collect({ form: form.key }, form.fields)
  return places
}

/** The field whose value a lookup shows. */
export function lookedUpField(
  find: FindField,
  place: Place,
  { path, find: search }: LookupField,
): FoundField | undefined {
  if (search !== undefined) return find({ form: search.form }, search.field)
  return path === undefined ? undefined : find(place, path)
}

function nextSource(find: FindField, place: Place, field: CalculatedField): FoundField | undefined {
  if (field.type === 'lookup') return lookedUpField(find, place, field)
  return field.type === 'rollup' && field.field !== undefined
    ? find(rollupPlace(field), field.field)
    : undefined
}

/** Finds the field whose values a calculated one shows. */
export function sourceFinder(
  forms: readonly Form[],
  find: FindField,
): (field: Field) => FoundField | undefined {
  let places: ReadonlyMap<Field, Place> | undefined
  return (field) => {
    if (!isCalculated(field)) return undefined
    places ??= calculatedPlaces(forms)
    const place = places.get(field)
    let found = place && nextSource(find, place, field)
    for (let steps = 0; found !== undefined && isCalculated(found.field); steps += 1) {
      if (steps > longestChain) return undefined
      const next = nextSource(find, found, found.field)
      if (next === undefined) return found
      found = next
    }
    return found
  }
}

/** Finds the options of a field, own or shared or those of its source. */
export function optionFinder(
  optionSets: ReadonlyMap<string, OptionSet>,
  source: (field: Field) => FoundField | undefined,
): (field: Field) => readonly Option[] {
  const own = (field: Field): readonly Option[] => {
    if (field.type !== 'choice' && field.type !== 'multiChoice' && field.type !== 'formula') return []
    const shared = field.optionSet === undefined ? undefined : optionSets.get(field.optionSet)
    return shared?.options ?? field.options ?? []
  }
  return (field) => own(source(field)?.field ?? field)
}
