import { columnOf, isStored, scaleOf, uniqueIndex, uniqueSites, type UniqueSite } from '@pipewright/compiler'
import {
  indexDefinition,
  isCalculated,
  isConvertible,
  rowsPlace,
  type Change,
  type Place,
} from '@pipewright/metadata'
import type { AppDefinition, Field, ForeignMoneyField, Form, Option } from '@pipewright/schemas'
import type { Statement } from '../connection/connection.ts'
import { duplicateRows, uniqueLabel } from './duplicate-rows.ts'
import type { EffectCode, EffectParams } from './effect.ts'
import * as count from './live-rows.ts'
import { repeatedRows } from './repeated-rows.ts'

/** A count that tells whether an effect is there. */
export type Probe = {
  [C in EffectCode]: {
    code: C
    params: EffectParams[C]
    count: Statement
    /** Titles of some of the records, to be named with the count. */
    examples?: Statement
    /** Some of the records, to be shown beside it. */
    named?: Statement
    /** Form of those. */
    form?: string
  }
}[EffectCode]

interface Scene {
  readonly schema: string
  readonly before: AppDefinition
}

type FieldChanged = Extract<Change, { type: 'fieldChanged' }>

const isRequired = (field: Field): boolean => 'required' in field && field.required === true
const isRelation = (field: Field): field is Extract<Field, { type: 'relation' | 'relations' }> =>
  field.type === 'relation' || field.type === 'relations'
const longest = (field: Field): number | undefined => ('maxLength' in field ? field.maxLength : undefined)

const placeOf = ({ form, lineItems }: { form: { key: string }; lineItems?: { key: string } }): Place =>
  lineItems === undefined ? { form: form.key } : { form: form.key, lineItems: lineItems.key }

/** With some of the records that it counts. */
const naming = (scene: Scene, place: Place, probe: Probe): Probe => ({
  ...probe,
  named: count.namedLive(scene, place, probe.count),
  form: place.form,
})

function requiredProbe(scene: Scene, place: Place, field: Field, isNew: boolean): Probe {
  const { schema } = scene
  const counted = () => {
    if (isNew) return count.countLive(schema, place)
    if (field.type === 'lineItems') return count.countWithoutRows(schema, place, field.key)
    return count.countEmpty(schema, place, field.key)
  }
  const probe: Probe = { code: 'required-empty', params: { field: field.label }, count: counted() }
  // Of a new field all are meant.
  return isNew ? probe : naming(scene, place, probe)
}

function optionProbes({ schema }: Scene, place: Place, field: Field, removed: readonly Option[]): Probe[] {
  return removed.map((option) => ({
    code: 'option-in-use',
    params: { field: field.label, option: option.label },
    count: count.countWithOption(schema, place, field.key, option.key, field.type === 'multiChoice'),
  }))
}

/** What amounts are worth would have to be found anew, by rates that may not be there. */
const countsOtherwise = (old: ForeignMoneyField, now: ForeignMoneyField): boolean =>
  old.home !== now.home || old.rateDate !== now.rateDate || (old.scale ?? 2) !== (now.scale ?? 2)

function digitProbes({ schema, before }: Scene, place: Place, old: Field, now: Field): Probe[] {
  const [from, to] = [scaleOf(columnOf(old)?.type ?? 'text'), scaleOf(columnOf(now)?.type ?? 'text')]
  const isNarrower = from !== undefined && to !== undefined && to < from
  if (!isNarrower || isCalculated(now) || !isStored(before, place, old)) return []
  const counted = count.countMoreDigits(schema, place, now.key, to)
  return [{ code: 'digits-kept', params: { field: now.label, scale: to }, count: counted }]
}

function duplicateProbes(scene: Scene, form: string, sites: readonly UniqueSite[]): Probe[] {
  return sites.flatMap((site): Probe[] => {
    const rows = duplicateRows({ ...scene, form }, site)
    return rows === undefined
      ? []
      : [{ code: 'unique-duplicates', params: { field: uniqueLabel(site) }, ...rows, form }]
  })
}

/** What must not occur twice from now on and could until now. */
function combinedProbes(scene: Scene, before: Form, after: Form): Probe[] {
  const had = new Set(uniqueSites(before).map(({ index }) => index.name))
  const single = new Set(after.fields.map((field) => uniqueIndex(after.key, field)?.name))
  const added = uniqueSites(after).filter(({ index }) => !had.has(index.name) && !single.has(index.name))
  return duplicateProbes(scene, after.key, added)
}

/** Forms that a relation to any of several names no longer. */
function targetProbes({ schema, before }: Scene, place: Place, old: Field, now: Field): Probe[] {
  if (old.type !== 'anyRelation' || now.type !== 'anyRelation') return []
  const stays = new Set(now.targets.map(({ form }) => form))
  return old.targets
    .filter(({ form }) => !stays.has(form))
    .map(({ form }) => ({
      code: 'target-parked',
      params: { field: now.label, form: indexDefinition(before).form(form)?.label ?? { en: form, zh: form } },
      count: count.countNaming(schema, place, now.key, form),
    }))
}

/** Rows that already have the same where they must not from now on. */
function rowProbes(scene: Scene, place: Place, old: Field, now: Field): Probe[] {
  if (old.type !== 'lineItems' || now.type !== 'lineItems') return []
  return repeatedRows(scene, place, old, now).map(({ field, count: counted, named }) => ({
    code: 'rows-repeat',
    params: { field, table: now.label },
    count: counted,
    named,
    form: place.form,
  }))
}

function changedProbes(scene: Scene, change: FieldChanged): Probe[] {
  const { before: old, after: now } = change
  const place = placeOf(change)
  const { schema } = scene
  // Counted by converting every value.
  if (isConvertible(old.type, now.type))
    return isRequired(now) && !isRequired(old) ? [requiredProbe(scene, place, now, false)] : []
  const probes = [
    ...digitProbes(scene, place, old, now),
    ...optionProbes(scene, place, now, change.options?.removed ?? []),
  ]
  if (isRequired(now) && !isRequired(old)) probes.push(requiredProbe(scene, place, now, false))
  const index = place.lineItems === undefined ? uniqueIndex(place.form, now) : null
  if (index !== null && uniqueIndex(place.form, old) === null)
    probes.push(...duplicateProbes(scene, place.form, [{ fields: [now], index }]))
  if (old.type === 'relations' && now.type === 'relation') {
    const counted = count.countMany(schema, place, now.key)
    probes.push(
      naming(scene, place, { code: 'relation-narrowed', params: { field: now.label }, count: counted }),
    )
  }
  if (isRelation(now) && isRelation(old) && now.form !== old.form)
    probes.push({
      code: 'relation-dangling',
      params: { field: now.label },
      count: count.countFilled(schema, place, now.key),
    })
  if (old.type === 'foreignMoney' && now.type === 'foreignMoney' && countsOtherwise(old, now))
    probes.push({
      code: 'amounts-counted',
      params: { field: now.label, home: old.home },
      count: count.countFilled(schema, place, now.key),
    })
  probes.push(...targetProbes(scene, place, old, now), ...rowProbes(scene, place, old, now))
  const maxLength = longest(now)
  if (maxLength !== undefined && maxLength < (longest(old) ?? Infinity))
    probes.push(
      naming(scene, place, {
        code: 'too-long',
        params: { field: now.label, maxLength },
        count: count.countLonger(schema, place, now.key, maxLength),
      }),
    )
  return probes
}

function removedProbes({ schema, before }: Scene, place: Place, field: Field): Probe[] {
  const params = { field: field.label }
  if (field.type === 'lineItems') {
    const rows = count.countLive(schema, rowsPlace(place, field.key))
    return [{ code: 'values-parked', params, count: rows }]
  }
  const isEntered = !isCalculated(field)
  if (!isEntered || !isStored(before, place, field)) return []
  return [{ code: 'values-parked', params, count: count.countFilled(schema, place, field.key) }]
}

/** Options that a shared set loses, wherever a field takes its options from it. */
function sharedOptionProbes(scene: Scene, optionSet: string, removed: readonly Option[]): Probe[] {
  const uses = (place: Place, fields: readonly Field[]): Probe[] =>
    fields.flatMap((field) => {
      if (field.type === 'lineItems') return uses(rowsPlace(place, field.key), field.fields)
      const isUse = (field.type === 'choice' || field.type === 'multiChoice') && field.optionSet === optionSet
      return isUse ? optionProbes(scene, place, field, removed) : []
    })
  return scene.before.forms.flatMap((form) => uses({ form: form.key }, form.fields))
}

/** What to count in the records to know the effects of a change. */
export function probesOf(scene: Scene, change: Change): Probe[] {
  const { schema, before } = scene
  switch (change.type) {
    case 'formRemoved':
      return [
        {
          code: 'records-parked',
          params: { form: change.form.label },
          count: count.countLive(schema, { form: change.form.key }),
        },
      ]
    case 'fieldAdded': {
      const place = placeOf(change)
      const index = indexDefinition(before)
      const { lineItems } = place
      const hasRecords =
        lineItems === undefined
          ? index.form(place.form) !== undefined
          : index.fieldsOf(place.form, lineItems).length > 0
      return hasRecords && isRequired(change.field) ? [requiredProbe(scene, place, change.field, true)] : []
    }
    case 'fieldRemoved':
      return removedProbes(scene, placeOf(change), change.field)
    case 'fieldChanged':
      return changedProbes(scene, change)
    case 'formChanged':
      return change.properties.includes('uniqueness')
        ? combinedProbes(scene, change.before, change.after)
        : []
    case 'documentChanged':
      return change.kind === 'optionSet'
        ? sharedOptionProbes(scene, change.after.key, change.options?.removed ?? [])
        : []
    default:
      return []
  }
}
