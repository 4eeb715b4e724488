import type { AppDefinition, Field, LookupField, RollupField } from '@pipewright/schemas'
import { indexDefinition, type DefinitionIndex } from '../definition-index.ts'
import { rollupPlace } from '../calculated.ts'
import { eachField } from '../each-field.ts'
import { isInRows, placeAround, type Place } from '../find-field.ts'
import { type Problem, problem } from '../problem.ts'
import { rollupLooks } from '../rollup-looks.ts'
import { resultLooks } from '../result-looks.ts'
import { lookedUpField } from '../source-field.ts'

/** The words for a field that is not of the type of its source. */
const said = (index: DefinitionIndex, { form }: Place, field: Field, source: Field) => ({
  field: field.label,
  form: index.form(form)?.label ?? {},
  source: source.label,
})

function checkLookup(index: DefinitionIndex, place: Place, field: LookupField, pointer: string): Problem[] {
  if ((field.path === undefined) === (field.find === undefined))
    return [problem('source-missing', pointer, { field: field.label })]
  const found = lookedUpField(index.field, place, field)
  if (found === undefined) return []
  const looks = resultLooks(found.field)
  if (looks === undefined) return []
  const fits = looks.resultType === field.resultType && looks.resultForm === field.resultForm
  return fits
    ? []
    : [problem('wrong-result', `${pointer}/resultType`, said(index, place, field, found.field))]
}

const figures: ReadonlySet<string> = new Set(['number', 'money', 'percent', 'date', 'dateTime'])

/** A record sums up any rows of its own, a row those inside it. */
const isAround = (place: Place, rows: Place): boolean =>
  place.lineItems === undefined || (isInRows(rows) && placeAround(rows).lineItems === place.lineItems)

/** Exactly one of what can be summed up, and of the form it says. */
function hasRows(index: DefinitionIndex, place: Place, field: RollupField): boolean {
  const { relation, through, lineItems } = field
  if ([relation, through, lineItems].filter((one) => one !== undefined).length !== 1) return false
  if (lineItems !== undefined) return field.form === place.form && isAround(place, rollupPlace(field))
  if (place.lineItems !== undefined) return false
  const links = through === undefined ? undefined : index.field(place, through)?.field
  return links?.type !== 'relations' || links.form === field.form
}

function checkRollup(index: DefinitionIndex, place: Place, field: RollupField, pointer: string): Problem[] {
  if (!hasRows(index, place, field)) return [problem('rows-missing', pointer, { field: field.label })]
  const measured = field.field === undefined ? undefined : index.field(rollupPlace(field), field.field)
  const looks = measured && rollupLooks(field.function, measured.field)
  const fits =
    looks === undefined
      ? measured === undefined || field.function === 'count' || figures.has(field.resultType)
      : looks.resultType === field.resultType && looks.resultForm === field.resultForm
  if (fits) return []
  return [
    problem('wrong-result', `${pointer}/resultType`, said(index, place, field, measured?.field ?? field)),
  ]
}

/** A lookup is of the type of the field it shows, and a rollup of what comes out of its field. */
export function checkResults(definition: AppDefinition): Problem[] {
  const index = indexDefinition(definition)
  const problems: Problem[] = []
  eachField(definition, ({ field, ...place }, pointer) => {
    if (field.type === 'rollup') problems.push(...checkRollup(index, place, field, pointer))
    if (field.type === 'lookup') problems.push(...checkLookup(index, place, field, pointer))
  })
  return problems
}
