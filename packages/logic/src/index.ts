export { analyseCondition, canHoldTogether } from './conditions/analyse-condition.ts'
export type { Verdict } from './conditions/analyse-condition.ts'
export { checkExpression } from './check-expression.ts'
export type { CheckedExpression } from './check-expression.ts'
export {
  addDecimals,
  compareDecimals,
  Decimal,
  digitsAfterPoint,
  digitsBeforePoint,
  formatDecimal,
  parseDecimal,
  roundTo,
  type RoundingRule,
} from './decimal.ts'
export { describeCondition } from './describe-condition.ts'
export type { Locale } from './describe-condition.ts'
export { findEngines, provideEngines } from './engines.ts'
export type { Engines } from './engines.ts'
export { explainExample } from './examples/explain-example.ts'
export type { ExampleWords } from './examples/explain-example.ts'
export { judgeCondition, judgeValue } from './examples/judge-example.ts'
export type { ExampleFault, ExampleVerdict } from './examples/judge-example.ts'
export { runExample } from './examples/run-example.ts'
export type {
  ExampleCalculation,
  ExampleGiven,
  ExampleOutcome,
  ExampleScene,
} from './examples/run-example.ts'
export { explainProblem } from './explain-problem.ts'
export { formulaFunctions } from './formula/formula-functions.ts'
export type { FormulaFunction } from './formula/formula-functions.ts'
export { parser as formulaParser } from './formula/generated/parser.ts'
export { parseFormula } from './formula/parse-formula.ts'
export type { ParsedFormula } from './formula/parse-formula.ts'
export { printFormula } from './formula/print-formula.ts'
export { plainNumbers } from './formula/plain-numbers.ts'
export { suggestNames } from './formula/suggest-names.ts'
export type { NameSuggestion } from './formula/suggest-names.ts'
export { traceFormula } from './formula/trace-formula.ts'
export type { FormulaTrace, TracedGap, TracedPart } from './formula/trace-formula.ts'
export { askedOf, countsWorkdays, dependencies, isVolatile, rewritePaths } from './dependencies.ts'
export { writeColumn, writeField, writeFormula } from './formula/write-formula.ts'
export { compileExpression, compileWhole, evaluate, evaluateCondition } from './evaluate.ts'
export type { CompiledExpression, Data } from './evaluate.ts'
export { fieldAt, isOperation, operatorOf, partAt } from './expression.ts'
export type { Expression, OperationExpression } from './expression.ts'
export { columnsOf, FIGURES, figuresOf } from './figures.ts'
export { LIMITS } from './limits.ts'
export type { EvaluationContext, SpecialDay, SqlRows, WorkCalendar } from './operation.ts'
export { calendarKey, workingDayAfter, workingDayFrom } from './work-days.ts'
export { ExpressionError } from './problem.ts'
export type { Problem, ProblemCode, ProblemParams, TextProblem } from './problem.ts'
export { needsEngines } from './needs-engines.ts'
export { scopeOf } from './scope.ts'
export type { LabelledScope, Scope, ScopeField, ScopeForm } from './scope.ts'
export { identifier, joinSql, param, renderSql, sql } from './sql/fragment.ts'
export type { SqlFragment, SqlType, SqlValue } from './sql/fragment.ts'
export { plainSql } from './sql/plain-of-rich.ts'
export { plainOfRich } from './semantics/plain-of-rich.ts'
export { toSql, toSqlCondition, toSqlNegation } from './to-sql.ts'
export type { SqlColumn, SqlList, SqlResolver, SqlResult } from './to-sql.ts'
export type { Value } from './value.ts'
export {
  ANY,
  BOOLEAN,
  DATE,
  DATE_TIME,
  DEPARTMENT_FORM,
  fits,
  listOf,
  MEMBER_FORM,
  NUMBER,
  recordOf,
  RICH_TEXT,
  TEXT,
  TIME,
  typeName,
  wholeOf,
} from './value-type.ts'
export type { ValueKind, ValueType } from './value-type.ts'
export { addMonths, dayIn, formatDate, parseDate, parseInstant, readTime } from './calendar.ts'
export { windowUnits } from './semantics/windows.ts'
export type { WindowUnitName } from './semantics/windows.ts'
export { instantAt, isZone, wallClock } from './zone.ts'
