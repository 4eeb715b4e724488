import type { Expression, RollupField } from '@pipewright/schemas'
import {
  expressionOf,
  type CalculatedField,
  type DefinitionIndex,
  type ExpressedField,
} from '@pipewright/metadata'
import { dependencies } from '@pipewright/logic'
import type { CompiledForm, RowStep } from './compiled-form.ts'
import { formulaFindings, rollupFindings, rowPathsOf, type Finding, type FindStep } from './findings.ts'

/** Records of another form whose stored values lean on records of the source form. */
export interface Dependent {
  readonly source: string
  readonly sourceFields: ReadonlySet<string>
  /** Set for rollups: the relation of the source record that names the target, before and after the change. */
  readonly relation?: string
  /** The table of its links where that relation is one to many. */
  readonly link?: string
  /** Source records that come to life or are deleted change it, whatever their values. */
  readonly life: boolean
  readonly steps: readonly FindStep[]
  readonly target: string
  /** What is calculated anew, in order, with everything in the same record that leans on it. */
  readonly rows: readonly { readonly lineItems: string; readonly fields: readonly CalculatedField[] }[]
  readonly rollups: readonly RollupField[]
  readonly formulas: readonly ExpressedField[]
}

/** Steps in their order, those of one table that follow each other together. */
function grouped(steps: readonly RowStep[]): Dependent['rows'] {
  const groups: { lineItems: string; fields: CalculatedField[] }[] = []
  for (const { place, field } of steps) {
    const last = groups.at(-1)
    if (last?.lineItems === place.path) last.fields.push(field)
    else groups.push({ lineItems: place.path, fields: [field] })
  }
  return groups
}

const isStoredStep = ({ place, field }: RowStep): boolean => place.stored.includes(field)

/** The stored calculated fields of a record that change when those change, themselves included; in order. */
function closure(
  form: CompiledForm,
  start: ReadonlySet<string>,
): Pick<Dependent, 'rows' | 'rollups' | 'formulas'> {
  const touched = new Set(start)
  const leans = (expression: Expression, prefix: string, above = '') =>
    dependencies(expression).some(([head = '', ...rest]) => {
      const around = head === '$parent' ? above : head === '$record' ? '' : undefined
      const path = around === undefined ? [head, ...rest] : rest
      return path.some((_, end) => touched.has((around ?? prefix) + path.slice(0, end + 1).join('.')))
    })
  const leansOnRows = (rollup: RollupField) =>
    [rollup.lineItems ?? '', rollup.lineItems?.split('.')[0] ?? ''].some((key) => touched.has(key)) ||
    rowPathsOf(rollup).some(([key]) => touched.has(`${rollup.lineItems}.${key}`))
  const rows = form.items.flatMap((items) => {
    const steps = items.steps.filter((step) => {
      const { place, field } = step
      const prefix = `${place.path}.`
      const follows =
        field.type === 'rollup' ? leansOnRows(field) : leans(expressionOf(field), prefix, `${items.path}.`)
      const hit = touched.has(prefix + field.key) || follows
      if (hit) touched.add(prefix + field.key)
      return hit && isStoredStep(step)
    })
    return grouped(steps)
  })
  const rollups = form.rollups.filter((rollup) => {
    const isOwn = rollup.lineItems !== undefined && leansOnRows(rollup)
    const hit = touched.has(rollup.key) || touched.has(rollup.through ?? '') || isOwn
    if (hit) touched.add(rollup.key)
    return hit && form.stored.includes(rollup)
  })
  const formulas = form.formulas.filter((formula) => {
    const hit = touched.has(formula.key) || leans(expressionOf(formula), '')
    if (hit) touched.add(formula.key)
    return hit && form.stored.includes(formula)
  })
  return { rows, rollups, formulas }
}

function findAll(index: DefinitionIndex, forms: ReadonlyMap<string, CompiledForm>): Finding[] {
  return [...forms.values()].flatMap((form) =>
    [form, ...form.allItems].flatMap((at) => [
      ...at.rollups
        .filter((field) => at.stored.includes(field))
        .flatMap((field) => rollupFindings(index, at.place, field)),
      ...at.formulas
        .filter((field) => at.stored.includes(field))
        .flatMap((field) => formulaFindings(index, at.place, field)),
    ]),
  )
}

/** Who leans on whom across records, by the form that changes. */
export function findDependents(
  index: DefinitionIndex,
  forms: ReadonlyMap<string, CompiledForm>,
): ReadonlyMap<string, readonly Dependent[]> {
  const groups = Map.groupBy(findAll(index, forms), ({ source, target, relation, steps }) =>
    JSON.stringify([source, target, relation ?? null, steps]),
  )
  const dependents = [...groups.values()].flatMap((group): Dependent[] => {
    const [first] = group
    const form = first && forms.get(first.target)
    if (first === undefined || form === undefined) return []
    return [
      {
        source: first.source,
        sourceFields: new Set(group.map((finding) => finding.sourceField)),
        ...(first.relation === undefined ? {} : { relation: first.relation }),
        ...(first.link === undefined ? {} : { link: first.link }),
        life: group.some(({ life }) => life === true),
        steps: first.steps,
        target: first.target,
        ...closure(form, new Set(group.map((finding) => finding.field))),
      },
    ]
  })
  return Map.groupBy(dependents, (dependent) => dependent.source)
}

/** Every stored calculation of a form, as if all it leans on had changed. */
export const wholeDependent = (form: CompiledForm): Dependent => ({
  source: form.key,
  sourceFields: new Set(),
  life: false,
  steps: [],
  target: form.key,
  rows: form.items.flatMap(({ steps }) => grouped(steps.filter(isStoredStep))),
  rollups: form.rollups.filter((rollup) => form.stored.includes(rollup)),
  formulas: form.formulas.filter((formula) => form.stored.includes(formula)),
})

/** The record itself as its own dependent: what leans on some of its fields, calculated from the stored rows. */
export function ownDependent(form: CompiledForm, fields: Iterable<string>): Dependent {
  return {
    source: form.key,
    sourceFields: new Set(fields),
    life: false,
    steps: [],
    target: form.key,
    ...closure(form, new Set(fields)),
  }
}
