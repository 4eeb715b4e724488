import {
  calculations,
  canHoldConstant,
  expressionOf,
  indexDefinition,
  placedExpressions,
  problem,
  type DefinitionIndex,
  type PlacedExpression,
  type Problem,
  type UseKind,
  type VariableScope,
} from '@pipewright/metadata'
import {
  ANY,
  BOOLEAN,
  checkExpression,
  explainProblem,
  partAt,
  printFormula,
  toSql,
  toSqlCondition,
  type Locale,
  type Problem as ExpressionProblem,
  type ValueType,
} from '@pipewright/logic'
import type { AppDefinition, Expression } from '@pipewright/schemas'
import { expressionType } from '../app/value-type.ts'
import { formulaScope, placeNaming, placeResolver, placeScope } from './place-scope.ts'
import { checkAround, seesAround } from './check-around.ts'
import { checkIndexCondition } from './check-index-condition.ts'

/** What the database answers: values it keeps, lists it narrows, records it lets through. */
const inDatabase: ReadonlySet<UseKind> = new Set<UseKind>([
  'formula',
  'lookup',
  'rollup',
  'relationFilter',
  'viewFilter',
  'reportFilter',
  'roleScope',
  'uniqueness',
  'reminder',
])

/** Records that a gate counts are counted by the database; what it asks of the record itself is not. */
const isCounted = ({ kind, pointer }: PlacedExpression): boolean =>
  kind === 'stageGate' && /\/related\/\d+\/where$/.test(pointer)

/**
 * Calculated for the rows as they lie in their table, so nothing of the record around them is at hand; rows inside rows
 * see the row and the record that they name.
 */
const seesItselfOnly: ReadonlySet<UseKind> = new Set<UseKind>(['formula', 'lookup', 'rollup'])

function scopeOf({ kind, scope }: PlacedExpression): VariableScope {
  if (!seesItselfOnly.has(kind) || (kind === 'formula' && seesAround(scope))) return scope
  const { names: _names, ...own } = scope
  return own
}

/** A formula gives what its field shows, an assigned value what its field takes; all others are conditions. */
function targetType(index: DefinitionIndex, { kind, owner, assignedTo }: PlacedExpression): ValueType {
  const target = kind === 'formula' ? owner : assignedTo
  if (target === undefined) return BOOLEAN
  const found = index.field(target.from, target.path)
  return found === undefined ? ANY : expressionType(found.field, found.form, found.system)
}

const isConstant = (value: Expression): boolean =>
  value === null || typeof value !== 'object' || Array.isArray(value)

function sqlProblems(
  index: DefinitionIndex,
  placed: PlacedExpression,
  scope: VariableScope,
): readonly ExpressionProblem[] {
  const isNeeded = inDatabase.has(placed.kind) || isCounted(placed)
  if (!isNeeded) return []
  const make = placed.kind === 'formula' || placed.kind === 'lookup' ? toSql : toSqlCondition
  const result = make(placed.expression, placeResolver(index, scope))
  return result.ok ? [] : result.problems
}

const longestPart = 80

/** The very part that is wrong, as a formula says it, and what is wrong with it. */
function reasonOf(
  index: DefinitionIndex,
  { expression, scope }: Pick<PlacedExpression, 'expression' | 'scope'>,
  found: ExpressionProblem,
  locale: Locale,
): string {
  const reason = explainProblem(found, locale)
  const part = found.pointer === '' ? undefined : partAt(expression, found.pointer)
  const text = part === undefined ? undefined : printFormula(part, placeNaming(index, scope, locale))
  if (text === undefined || text.length > longestPart) return reason
  return locale === 'zh' ? `${text}：${reason}` : `${text}: ${reason}`
}

/** A fixed value for a field is one that it could hold. */
function checkConstant(
  index: DefinitionIndex,
  placed: PlacedExpression,
  to: NonNullable<PlacedExpression['assignedTo']>,
): Problem[] {
  const field = index.field(to.from, to.path)?.field
  if (field === undefined || canHoldConstant(field, placed.expression)) return []
  return [problem('wrong-value', placed.pointer, { place: placed.label, field: field.label })]
}

function checkPlaced(index: DefinitionIndex, placed: PlacedExpression): Problem[] {
  // A constant is held to the field itself, which is stricter; what a search compares with is checked with the search.
  if (placed.assignedTo !== undefined && isConstant(placed.expression))
    return placed.kind === 'lookup' ? [] : checkConstant(index, placed, placed.assignedTo)
  const scope = scopeOf(placed)
  const known = placed.kind === 'formula' ? formulaScope(index, scope) : placeScope(index, scope)
  const { problems } = checkExpression(placed.expression, known, targetType(index, placed))
  const around = seesItselfOnly.has(placed.kind) ? checkAround(index, placed) : []
  if (around.length > 0) return around
  const all = problems.length > 0 ? problems : sqlProblems(index, placed, scope)
  if (all.length === 0 && placed.kind === 'uniqueness') return checkIndexCondition(index, placed)
  return all.map((one) =>
    problem('bad-expression', placed.pointer + one.pointer, {
      place: placed.label,
      reason: { en: reasonOf(index, placed, one, 'en'), zh: reasonOf(index, placed, one, 'zh') },
    }),
  )
}

/** Whether what a lookup compares fits together; the compared values themselves are checked where they stand. */
function checkSearches(index: DefinitionIndex): Problem[] {
  return [...calculations(index.definition).values()].flatMap(({ site: { field, ...place }, pointer }) => {
    if (field.type !== 'lookup' || field.find === undefined) return []
    const scope = formulaScope(index, { root: place })
    const expression = expressionOf(field)
    const { problems } = checkExpression(expression, scope)
    return problems.slice(0, 1).map((one) => {
      const placed = { expression, scope: { root: place } }
      const reason = { en: reasonOf(index, placed, one, 'en'), zh: reasonOf(index, placed, one, 'zh') }
      return problem('bad-expression', `${pointer}/find`, { place: field.label, reason })
    })
  })
}

/** Formulas, conditions and assigned values that could not be calculated, each with the very part that is wrong. */
export function checkExpressions(definition: AppDefinition): Problem[] {
  const index = indexDefinition(definition)
  return [
    ...placedExpressions(definition).flatMap((placed) => checkPlaced(index, placed)),
    ...checkSearches(index),
  ]
}
