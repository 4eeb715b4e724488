import type { Field } from '@pipewright/schemas'
import type { FieldMention } from '../field-types/field-type-spec.ts'
import { specOf } from '../field-types/index.ts'
import { isInRows, placeAround, rowsPlace, type Place } from '../find-field.ts'
import type { Segment } from '../pointer.ts'
import { mention, type Walk } from './reference.ts'
import type { VariableScope } from './variable-scope.ts'
import { walkDependence } from './walk-dependence.ts'
import { walkExamples } from './walk-examples.ts'
import { walkExpression } from './walk-expression.ts'
import { walkRowUniqueness } from './walk-row-uniqueness.ts'

/** What a condition may ask of a member who may be chosen. */
const candidateFacts: ReadonlySet<string> = new Set(['$member', '$memberDepartment', '$memberRoles'])

const placeOf = (form: string, lineItems: string | undefined): Place =>
  lineItems === undefined ? { form } : { form, lineItems }

/** In a row, plain paths start at the row and `$record` is the record around it; in rows of a row, `$parent` is that one. */
function scopeOf(place: Place, of: string | undefined, lineItems?: string): VariableScope {
  const record = { form: place.form }
  if (of !== undefined) return { root: placeOf(of, lineItems), names: { $record: record, $row: place } }
  if (isInRows(place)) return { root: place, names: { $record: record, $parent: placeAround(place) } }
  return { root: place, names: { $record: record } }
}

function walkMention(
  walk: Walk,
  one: FieldMention,
  site: { at: readonly Segment[]; place: Place; field: Field },
): void {
  const at = [...site.at, ...one.at]
  if ('path' in one) {
    const expects =
      one.expects === 'relationHere' ? { relationTo: site.place.form, many: true as const } : one.expects
    const from = 'of' in one ? placeOf(one.of, one.lineItems) : site.place
    mention(walk, at, one.kind, { kind: 'field', from, path: one.path, expects })
  } else if ('form' in one) mention(walk, at, one.kind, { kind: 'form', key: one.form })
  else if ('role' in one) mention(walk, at, one.kind, { kind: 'role', key: one.role })
  else if ('optionSet' in one) mention(walk, at, one.kind, { kind: 'optionSet', key: one.optionSet })
  else {
    const owner = { from: site.place, path: site.field.key }
    const { compared } = one
    const known = scopeOf(site.place, one.of, one.lineItems)
    const scope = one.candidate === true ? { ...known, facts: candidateFacts } : known
    walkExpression(walk, one.expression, {
      at,
      kind: one.kind,
      scope,
      owner,
      ...(one.assigned === true && { assignedTo: owner }),
      ...(compared !== undefined && {
        assignedTo: { from: { form: compared.form }, path: compared.path },
      }),
    })
  }
}

export function walkFields(
  walk: Walk,
  fields: readonly Field[],
  site: { at: readonly Segment[]; place: Place },
): void {
  for (const [position, field] of fields.entries()) {
    const at = [...site.at, position]
    const inField = { ...walk, label: field.label }
    for (const one of specOf(field).references(field))
      walkMention(inField, one, { at, place: site.place, field })
    walkDependence(inField, field, { at, place: site.place })
    if (field.type === 'formula')
      walkExamples(inField, field.examples, {
        at,
        // Functions may ask for the roles of who asks.
        scope: { root: site.place, facts: new Set(['$roles']) },
        outcomes: ({ expected }) => [[['expected'], { from: site.place, path: field.key }, expected]],
      })
    if (field.type === 'lineItems') {
      const rows = rowsPlace(site.place, field.key)
      walkRowUniqueness(inField, field, { at, rows })
      walkFields(walk, field.fields, { at: [...at, 'fields'], place: rows })
    }
  }
}
