import type { AppDefinition, Expression, Field, Form, RelationField, Rule } from '@pipewright/schemas'
import {
  elementsOf,
  expressionOf,
  isExpressed,
  partNamed,
  relationsIn,
  rowsPlace,
  type DefinitionIndex,
  type ElementOf,
  type Place,
} from '@pipewright/metadata'
import { dependencies } from '@pipewright/logic'
import {
  conversionExpressions,
  scopeExpressions,
  startExpressions,
  workflowExpressions,
} from './document-expressions.ts'
import { linkedExpressions, ownRollupExpressions } from './linked-rollups.ts'
import { filteredRelations, pathsBehind, pathsOfTarget, type FilteredRelation } from './relation-filters.ts'

/** Paths through relations that JavaScript must know before it can calculate a record or a row. */
export type LookupPaths = readonly (readonly string[])[]

export interface Lookups {
  /** Per place ("quote", "quote.items"): paths that start with a relation of it. */
  readonly paths: ReadonlyMap<string, LookupPaths>
  /** Per form: what is read of its records when others look at them; columns, or paths into line items. */
  readonly targets: ReadonlyMap<string, ReadonlySet<string>>
}

export const placeName = (place: Place): string =>
  place.lineItems === undefined ? place.form : `${place.form}.${place.lineItems}`

/** What a relation reads of the picked record to fill fields and rows. */
const fillPaths = ({ key, fill }: RelationField): Expression[] =>
  (fill ?? []).flatMap(({ from, columns }) =>
    columns === undefined
      ? [{ var: `${key}.${from}` }]
      : columns.map((column) => ({ var: `${key}.${from}.${column.from}` })),
  )

function fieldExpressions(field: Field): Expression[] {
  const found: Expression[] = []
  if (isExpressed(field)) found.push(expressionOf(field))
  if ('default' in field && field.default !== undefined) found.push(field.default)
  for (const relation of relationsIn([field])) found.push(...fillPaths(relation))
  if ((field.type === 'member' || field.type === 'members') && field.limit?.where !== undefined)
    found.push(field.limit.where)
  return found
}

const expressionsOf = (rule: Rule): Expression[] => [
  rule.when,
  ...rule.effects.flatMap((effect) => {
    if (effect.type === 'set') return [effect.value]
    return effect.type === 'limit' && effect.where !== undefined ? [effect.where] : []
  }),
]

/** What rules ask of the record: by plain names, or by `$record` from a row. */
function ruleExpressions(form: Form): Expression[] {
  return (form.rules ?? []).flatMap((rule) => {
    const all = expressionsOf(rule)
    return rule.rows === undefined ? all : asVariables(all.flatMap((each) => pathsBehind(each, '$record')))
  })
}

/** What rules ask of the rows they look at, and by `$parent` of the rows around them. */
function rowRuleExpressions(form: Form, lineItems: string): Expression[] {
  return (form.rules ?? []).flatMap(({ rows = '', ...rule }) => {
    const all = expressionsOf(rule)
    if (rows.startsWith(`${lineItems}.`))
      return asVariables(all.flatMap((each) => pathsBehind(each, '$parent')))
    const isOutside = ([head]: readonly string[]) => head === '$record' || head === '$parent'
    return rows === lineItems ? asVariables(all.flatMap(dependencies).filter((path) => !isOutside(path))) : []
  })
}

/** What conditions on members in rows ask of the record around them. */
const memberExpressions = (fields: readonly Field[]): Expression[] =>
  fields.flatMap((field) =>
    field.type !== 'lineItems'
      ? []
      : [
          ...memberExpressions(field.fields),
          ...field.fields.flatMap((column) =>
            (column.type === 'member' || column.type === 'members') && column.limit?.where !== undefined
              ? asVariables(pathsBehind(column.limit.where, '$record'))
              : [],
          ),
        ],
  )

/** What lists in sections compare with the record they stand in. */
const listExpressions = (form: Form): Expression[] =>
  [form.layout, ...(form.layouts ?? []).map(({ layout }) => layout)].flatMap(({ sections }) =>
    sections.flatMap(({ list }) => (list?.where ?? []).flatMap(({ value }) => value ?? [])),
  )

/** When a button can be pressed, and the values it gives. */
const buttonExpressions = ({ enabled, actions }: ElementOf<'button'>): Expression[] => [
  ...(enabled === undefined ? [] : [enabled]),
  ...actions.flatMap((action) => ('values' in action ? Object.values(action.values) : [])),
]

/** When elements of the layouts are shown, and what buttons read. */
const elementExpressions = (form: Form): Expression[] =>
  elementsOf(form).flatMap((element) => [
    ...(element.when === undefined ? [] : [element.when]),
    ...(element.type === 'button' ? buttonExpressions(element) : []),
  ])

/** Conditions of the gates between stages. */
export const gateConditions = (form: Form): Expression[] =>
  (form.stages ?? []).flatMap(({ enter, leave }) =>
    [enter, leave].flatMap((gate) => (gate?.conditions ?? []).map(({ when }) => when)),
  )

const bare = (path: readonly string[]): readonly string[] =>
  path[0] === '$old' || path[0] === '$record' ? path.slice(1) : path

/** What rollups of other forms ask of the records they sum up. */
function rollupExpressions(definition: AppDefinition, form: string): Expression[] {
  return definition.forms.flatMap(({ fields }) =>
    fields.flatMap((field) =>
      field.type === 'rollup' && field.form === form && field.relation !== undefined
        ? (field.filter ?? [])
        : [],
    ),
  )
}

/** Whether a path that begins with a field goes on in other records. */
const leadsAway = (head: Field | undefined, length: number): boolean =>
  head?.type === 'relation' || head?.type === 'relations' || (head?.type === 'anyRelation' && length > 2)

/** Paths with at least one hop over a relation, as seen from the place. */
function relationPaths(index: DefinitionIndex, place: Place, expressions: readonly Expression[]): string[][] {
  const found = new Map<string, string[]>()
  for (const expression of expressions)
    for (const path of dependencies(expression)) {
      const own = [...bare(path)]
      const head = index.fieldsOf(place.form, place.lineItems).find((field) => field.key === own[0])
      if (own.length > 1 && leadsAway(head, own.length)) found.set(own.join('.'), own)
    }
  return [...found.values()]
}

/** Paths like "items.product.cost" are looked up row by row: they belong to the rows' place. */
function rowPaths(index: DefinitionIndex, place: Place, expressions: readonly Expression[]): string[][] {
  const field = place.lineItems?.split('.').at(-1)
  return relationPaths(index, place, behindField(field ?? '', expressions))
}

/** What expressions read of the rows of a line items field. */
const behindField = (field: string, expressions: readonly Expression[]): Expression[] =>
  expressions.flatMap((expression) =>
    dependencies(expression).flatMap((path) => {
      const own = [...bare(path)]
      return own[0] === field && own.length > 2 ? [{ var: own.slice(1).join('.') } as Expression] : []
    }),
  )

interface RowsAround {
  readonly form: Form
  readonly relations: readonly FilteredRelation[]
  readonly paths: Map<string, string[][]>
}

/** What is looked up of each row, and of the rows inside it. */
function addRowPaths(
  index: DefinitionIndex,
  { form, relations, paths }: RowsAround,
  around: Place,
  fields: readonly Field[],
  expressions: readonly Expression[],
): void {
  for (const field of fields) {
    if (field.type !== 'lineItems') continue
    const place = rowsPlace(around, field.key)
    const inRows = [
      ...field.fields.flatMap(fieldExpressions),
      ...filterExpressions(relations, form.key, place.lineItems),
      ...rowRuleExpressions(form, place.lineItems ?? ''),
      ...ownRollupExpressions(form, place.lineItems ?? ''),
    ]
    const all = [...relationPaths(index, place, inRows), ...rowPaths(index, place, expressions)]
    paths.set(placeName(place), [...new Map(all.map((path) => [path.join('.'), path])).values()])
    const within = [...inRows, ...behindField(field.key, expressions)]
    addRowPaths(index, { form, relations, paths }, place, field.fields, within)
  }
}

function collectTargets(
  index: DefinitionIndex,
  place: Place,
  path: readonly string[],
  into: Map<string, Set<string>>,
) {
  let at: Place = place
  let whole: Field | undefined
  for (const [position, key] of path.entries()) {
    const field: Field | undefined =
      whole === undefined
        ? index.fieldsOf(at.form, at.lineItems).find((candidate) => candidate.key === key)
        : partNamed(whole, key)
    if (position > 0 && whole === undefined) {
      const wanted = into.get(at.form) ?? new Set<string>()
      into.set(at.form, wanted)
      wanted.add(field?.type === 'lineItems' ? path.slice(position).join('.') : key)
    }
    whole = field?.type === 'anyRelation' ? field : undefined
    if (whole !== undefined) continue
    if (field?.type !== 'relation' && field?.type !== 'relations') return
    at = { form: field.form }
  }
}

const asVariables = (paths: readonly (readonly string[])[]): Expression[] =>
  paths.map((path) => ({ var: path.join('.') }))

/** What filters of relations ask of the record around them, or of its row. */
function filterExpressions(
  relations: readonly FilteredRelation[],
  form: string,
  lineItems?: string,
): Expression[] {
  return relations
    .filter(({ place }) => place.form === form)
    .flatMap(({ place, field: { filter } }) => {
      if (lineItems === undefined) return asVariables(pathsBehind(filter, '$record'))
      return place.lineItems === lineItems ? asVariables(pathsBehind(filter, '$row')) : []
    })
}

/** What filters of relations ask of the records to be chosen; read whole, in one go. */
function addFilterTargets(relations: readonly FilteredRelation[], into: Map<string, Set<string>>): void {
  for (const { field } of relations) {
    const wanted = into.get(field.form) ?? new Set<string>()
    into.set(field.form, wanted)
    for (const path of pathsOfTarget(field.filter)) wanted.add(path.join('.'))
  }
}

/** What new records take over from the records one came from. */
function addOriginTargets(forms: readonly Form[], into: Map<string, Set<string>>): void {
  for (const { form, fields } of forms.flatMap(({ start }) => start?.from ?? [])) {
    const wanted = into.get(form) ?? new Set<string>()
    into.set(form, wanted)
    for (const { from } of fields) if (from !== 'id') wanted.add(from)
  }
}

/** Which values of related records the expressions of the definition read. */
export function findLookups(index: DefinitionIndex): Lookups {
  const paths = new Map<string, string[][]>()
  const targets = new Map<string, Set<string>>()
  const { definition } = index
  const relations = filteredRelations(definition)
  for (const form of definition.forms) {
    const expressions = [
      ...form.fields.flatMap(fieldExpressions),
      ...ruleExpressions(form),
      ...gateConditions(form),
      ...listExpressions(form),
      ...memberExpressions(form.fields),
      ...elementExpressions(form),
      ...conversionExpressions(form),
      ...startExpressions(form),
      ...scopeExpressions(definition, form.key),
      ...workflowExpressions(definition, form.key),
      ...filterExpressions(relations, form.key),
      ...rollupExpressions(definition, form.key),
      ...linkedExpressions(form),
    ]
    paths.set(form.key, relationPaths(index, { form: form.key }, expressions))
    addRowPaths(index, { form, relations, paths }, { form: form.key }, form.fields, expressions)
  }
  for (const [name, list] of paths) {
    const [form = '', ...rows] = name.split('.')
    const place = rows.length === 0 ? { form } : { form, lineItems: rows.join('.') }
    for (const path of list) collectTargets(index, place, path, targets)
  }
  addFilterTargets(relations, targets)
  addOriginTargets(definition.forms, targets)
  return { paths, targets }
}
