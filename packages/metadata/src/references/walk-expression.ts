import type { Expression } from '@pipewright/schemas'
import type { Place } from '../find-field.ts'
import { type Segment, toPointer } from '../pointer.ts'
import { mention, type FieldName, type Walk } from './reference.ts'
import type { UseKind } from './use-kind.ts'
import { resolveVariable, type VariableScope } from './variable-scope.ts'

/** An expression and where it stands; `assignedTo` is the field that takes its value. */
export interface ExpressionSite {
  at: readonly Segment[]
  kind: UseKind
  scope: VariableScope
  assignedTo?: FieldName
  /** The field it is a property of. */
  owner?: FieldName
}

/** Operators that hold the value of a field against constants. */
const comparisons = new Set([
  'eq',
  'ne',
  'in',
  'notIn',
  'contains',
  'hasAny',
  'hasAll',
  '==',
  '!=',
  '===',
  '!==',
])
/** Their second argument sees the items of a list instead of the record. */
const iterations = new Set(['map', 'filter', 'reduce', 'all', 'some', 'none'])

const variableName = (argument: Expression | undefined): Expression | undefined =>
  Array.isArray(argument) ? argument[0] : argument

function namedField(expression: Expression, scope: VariableScope): FieldName | undefined {
  if (expression === null || typeof expression !== 'object' || Array.isArray(expression)) return undefined
  const name = variableName(expression.var)
  const variable = typeof name === 'string' ? resolveVariable(scope, name) : 'unknown'
  return typeof variable === 'string' ? undefined : variable
}

/** Strings that are a value of `field`: its options, when it is a choice. */
export function mentionOptions(walk: Walk, value: Expression, site: ExpressionSite, field: FieldName): void {
  if (Array.isArray(value)) {
    for (const [position, item] of value.entries())
      mentionOptions(walk, item, { ...site, at: [...site.at, position] }, field)
    return
  }
  if (typeof value !== 'string') return
  const found = walk.index.field(field.from, field.path)
  const shown = found && walk.index.shown(found.field).type
  if (shown !== 'choice' && shown !== 'multiChoice') return
  mention(walk, site.at, site.kind, { kind: 'option', ...field, option: value })
}

function walkVariable(walk: Walk, argument: Expression | undefined, site: ExpressionSite): void {
  const name = variableName(argument)
  if (typeof name !== 'string') {
    mention(walk, site.at, site.kind, { kind: 'variable', name: String(name) })
    return
  }
  const variable = resolveVariable(site.scope, name)
  if (variable === 'context') return
  if (variable === 'unknown') mention(walk, site.at, site.kind, { kind: 'variable', name })
  else mention(walk, site.at, site.kind, { kind: 'field', ...variable, expects: 'any' })
}

/** A column of another form, as functions such as SUMIFS name it. */
function columnOf(expression: Expression | undefined): FieldName | undefined {
  if (expression === null || typeof expression !== 'object' || Array.isArray(expression)) return undefined
  const given = variableName(expression['column'])
  if (typeof given !== 'string') return undefined
  const [form = '', ...rest] = given.split('.')
  return { from: { form }, path: rest.join('.') }
}

function walkColumn(walk: Walk, argument: Expression | undefined, site: ExpressionSite): void {
  const column = columnOf({ column: argument ?? null })
  // Only calculated fields can look through other forms.
  if (column === undefined || site.kind !== 'formula')
    return mention(walk, site.at, site.kind, { kind: 'variable', name: 'column' })
  mention(walk, site.at, site.kind, { kind: 'form', key: column.from.form })
  if (walk.index.form(column.from.form) !== undefined)
    mention(walk, site.at, site.kind, { kind: 'field', ...column, expects: 'any' })
}

/** `"paid"` or `"<>paid"` beside a column. */
function mentionCriterion(walk: Walk, value: Expression, site: ExpressionSite, column: FieldName): void {
  const option = typeof value === 'string' ? value.replace(/^(?:<>|=)/, '') : value
  if (option !== '') mentionOptions(walk, option, site, column)
}

/** In `if`, every second argument from the second on, and the last, is what comes out. */
const isOutcome = (position: number, count: number): boolean => position % 2 === 1 || position === count - 1

function walkOperation(walk: Walk, operator: string, argument: Expression, site: ExpressionSite): void {
  const { assignedTo, ...bare } = site
  const at = [...site.at, operator]
  if (operator === 'var') return walkVariable(walk, argument, { ...bare, at })
  if (operator === 'column') return walkColumn(walk, argument, { ...bare, at })
  const list = Array.isArray(argument) ? argument : undefined
  const [role] = list ?? [argument]
  if (operator === 'hasRole' && typeof role === 'string')
    mention(walk, at, site.kind, { kind: 'role', key: role })
  if (list === undefined) return walkPart(walk, argument, { ...bare, at })
  const fields = comparisons.has(operator) ? list.map((item) => namedField(item, site.scope)) : []
  for (const [position, item] of list.entries()) {
    if (iterations.has(operator) && position > 0) continue
    const inner = { ...bare, at: [...at, position] }
    const outcome = operator === 'if' && isOutcome(position, list.length)
    walkPart(walk, item, outcome ? { ...inner, ...(assignedTo && { assignedTo }) } : inner)
    const other = fields.find((field, place) => place !== position && field !== undefined)
    const column = columnOf(list[position - 1])
    if (column !== undefined && columnOf(item) === undefined) mentionCriterion(walk, item, inner, column)
    if (other !== undefined && fields[position] === undefined) mentionOptions(walk, item, inner, other)
  }
}

function walkPart(walk: Walk, expression: Expression | undefined, site: ExpressionSite): void {
  if (expression === undefined || expression === null) return
  if (site.assignedTo !== undefined) mentionOptions(walk, expression, site, site.assignedTo)
  if (typeof expression !== 'object') return
  if (Array.isArray(expression)) {
    for (const [position, item] of expression.entries())
      if (typeof item === 'object')
        walkPart(walk, item, { at: [...site.at, position], kind: site.kind, scope: site.scope })
    return
  }
  for (const [operator, argument] of Object.entries(expression)) walkOperation(walk, operator, argument, site)
}

/** Mentions every field and option that an expression names, and that the expression stands there. */
export function walkExpression(walk: Walk, expression: Expression | undefined, site: ExpressionSite): void {
  if (expression === undefined || expression === null) return
  const { at, kind, scope, assignedTo, owner } = site
  const { document, label } = walk
  const pointer = toPointer(at)
  const fields = { ...(assignedTo && { assignedTo }), ...(owner && { owner }) }
  walk.expressions.push({ pointer, kind, document, label, expression, scope, ...fields })
  walkPart(walk, expression, site)
}

/** Values per field, as workflows and conversions set them. */
export function walkAssignments(
  walk: Walk,
  values: { readonly [field: string]: Expression } | undefined,
  site: ExpressionSite & { to: Place },
): void {
  const { to, ...rest } = site
  for (const [key, value] of Object.entries(values ?? {})) {
    const at = [...site.at, key]
    mention(walk, at, site.kind, { kind: 'field', from: to, path: key, expects: 'settable' })
    walkExpression(walk, value, { ...rest, at, assignedTo: { from: to, path: key } })
  }
}
