import type { Field, RollupField } from '@pipewright/schemas'
import {
  partColumn,
  partNamed,
  expressionOf,
  rollupPlace,
  rowsPlace,
  type CalculatedField,
  type DefinitionIndex,
  type ExpressedField,
  type Place,
} from '@pipewright/metadata'
import { dependencies } from '@pipewright/logic'
import { linkTableOf, tableAt } from '../tables/table-names.ts'

/** One step from changed records towards the records that must be calculated anew: `take` where `match` is one of them. */
export interface FindStep {
  readonly table: string
  readonly match: string
  readonly take: string
}

/** A stored value that leans on a field of other records, and the way to it from there. */
export interface Finding {
  source: string
  sourceField: string
  relation?: string
  link?: string
  life?: true
  steps: FindStep[]
  target: string
  /** "open" or "items.line_cost". */
  field: string
}

/** Everything a path reads of other records. */
function followPath(
  index: DefinitionIndex,
  place: Place,
  path: readonly string[],
): Pick<Finding, 'source' | 'sourceField' | 'steps'>[] {
  const found: Pick<Finding, 'source' | 'sourceField' | 'steps'>[] = []
  let at: Place = place
  let steps: FindStep[] = []
  let whole: Field | undefined
  for (const [position, key] of path.entries()) {
    if (position > 0 && steps.length > 0 && whole === undefined)
      found.push({ source: at.form, sourceField: at.lineItems?.split('.')[0] ?? key, steps })
    const field: Field | undefined =
      whole === undefined
        ? index.fieldsOf(at.form, at.lineItems).find((candidate) => candidate.key === key)
        : partNamed(whole, key)
    whole = field?.type === 'anyRelation' ? field : undefined
    if (whole !== undefined) continue
    if (field?.type === 'relation') {
      steps = [
        {
          table: tableAt(at),
          match: partColumn(field.key),
          take: at.lineItems === undefined ? 'id' : 'parent',
        },
        ...steps,
      ]
      at = { form: field.form }
    } else if (field?.type === 'relations') {
      steps = [{ table: linkTableOf(at.form, key), match: 'target', take: 'parent' }, ...steps]
      at = { form: field.form }
    } else if (field?.type === 'lineItems') at = rowsPlace(at, field.key)
    else break
  }
  return found
}

const nameAt = ({ lineItems }: Place, { key }: CalculatedField): string =>
  lineItems === undefined ? key : `${lineItems}.${key}`

export function formulaFindings(index: DefinitionIndex, place: Place, formula: ExpressedField): Finding[] {
  const field = nameAt(place, formula)
  return dependencies(expressionOf(formula)).flatMap((path) =>
    followPath(index, place, path).map((found) => ({ ...found, target: place.form, field })),
  )
}

/** What a rollup over the own line items, or over the rows inside a row, reads of other records. */
function ownRollupFindings(index: DefinitionIndex, place: Place, rollup: RollupField): Finding[] {
  return rowPathsOf(rollup).flatMap((path) =>
    followPath(index, rollupPlace(rollup), path).map((found) => ({
      ...found,
      target: place.form,
      field: nameAt(place, rollup),
    })),
  )
}

/** Paths from the records or rows that a rollup sums up. */
export function rowPathsOf({ field, filter, orderBy }: RollupField): string[][] {
  return [
    ...(field === undefined ? [] : [[field]]),
    ...(orderBy === undefined ? [] : [orderBy.field.split('.')]),
    ...dependencies(filter ?? null),
  ]
}

/** What a rollup over an own relation to many reads of the records it names, and of others behind them. */
function linkedFindings(
  index: DefinitionIndex,
  form: string,
  rollup: RollupField,
  through: string,
): Finding[] {
  const link = { table: linkTableOf(form, through), match: 'target', take: 'parent' }
  const own = { source: rollup.form, life: true as const, steps: [link], target: form, field: rollup.key }
  const paths = rowPathsOf(rollup)
  return [
    { ...own, sourceField: 'deleted_at' },
    ...paths.flatMap((path) => [
      { ...own, sourceField: path[0] ?? '' },
      ...followPath(index, { form: rollup.form }, path).map((found) => ({
        ...found,
        steps: [...found.steps, link],
        target: form,
        field: rollup.key,
      })),
    ]),
  ]
}

export function rollupFindings(index: DefinitionIndex, place: Place, rollup: RollupField): Finding[] {
  const { relation, through } = rollup
  const { form } = place
  if (through !== undefined) return linkedFindings(index, form, rollup, through)
  if (relation === undefined) return ownRollupFindings(index, place, rollup)
  const isMany = index.field({ form: rollup.form }, relation)?.field.type === 'relations'
  const links = linkTableOf(rollup.form, relation)
  const own = {
    source: rollup.form,
    relation,
    ...(isMany && { link: links }),
    life: true as const,
    steps: [],
    target: form,
    field: rollup.key,
  }
  const paths = [[relation], ...rowPathsOf(rollup)]
  const source = { form: rollup.form }
  return paths.flatMap((path) => [
    { ...own, sourceField: path[0]?.split('.')[0] ?? '' },
    ...followPath(index, source, path).map((found) => ({
      ...found,
      steps: isMany
        ? [...found.steps, { table: links, match: 'parent', take: 'target' }]
        : found.steps.map((step, at) =>
            at === found.steps.length - 1 ? { ...step, take: partColumn(relation) } : step,
          ),
      target: form,
      field: rollup.key,
    })),
  ])
}
