import {
  checkExpression,
  columnsOf,
  joinSql,
  sql,
  toSql,
  identifier,
  type SqlFragment,
  type Value,
} from '@pipewright/logic'
import { isCalculated, valueTypeOf } from '@pipewright/metadata'
import type { Expression, Field } from '@pipewright/schemas'
import { formScope } from '../../app/form-scope.ts'
import { expressionType } from '../../app/value-type.ts'
import { maskScope } from '../../rights/mask-scope.ts'
import { mayReadField, mayWriteField } from '../../rights/readable.ts'
import { issue, type Issue } from '../issue.ts'
import type { ResultRow } from '../read/record-answer.ts'
import {
  badFilter,
  notFound,
  readForm,
  type FormReading,
  type Planned,
  type ReadScene,
} from '../read/read-scene.ts'
import { fromForm } from '../read/record-select.ts'
import { isTooLarge, whereSql } from '../read/where.ts'
import { resolverFor } from '../sql/column-sql.ts'
import { columnOfAlias } from '../sql/sql-scene.ts'
import { hasParts } from '../values/whole.ts'
import { asResult } from './calculate.ts'

/** What many records are given in one field; what is added or removed are members of a list. */
export type FieldChangeWay =
  | { readonly field: string; readonly way: 'set'; readonly value: unknown }
  | { readonly field: string; readonly way: 'clear' }
  | { readonly field: string; readonly way: 'calculate'; readonly expression: Expression }
  | { readonly field: string; readonly way: 'add' | 'remove'; readonly values: readonly string[] }

export interface FieldChangesPlan {
  /** What the changes read of these records, as far as the actor may see them: `id`, `version` and what they are made of. */
  statement(ids: readonly string[]): SqlFragment
  /** The new values of a record that was read. */
  valuesOf(row: ResultRow): Record<string, unknown>
}

const lists: ReadonlySet<Field['type']> = new Set([
  'multiChoice',
  'tags',
  'members',
  'departments',
  'relations',
] as const)
/** Nothing that an expression gives can be kept by these. */
const uncalculated: ReadonlySet<Field['type']> = new Set(['lineItems', 'attachment'] as const)

const holdsList = (field: Field): boolean => lists.has(field.type) && !isCalculated(field)

/** Whether many records can be given a value calculated record by record. */
const canBeCalculated = (field: Field): boolean =>
  !isCalculated(field) && !hasParts(field) && !uncalculated.has(field.type)

function calculatedSql(
  scene: ReadScene,
  reading: FormReading,
  field: Field,
  expression: Expression,
  pointer: string,
): SqlFragment | Issue {
  const { form, sql: opened, base } = reading
  const wrong = (expected: string) => issue(pointer, 'wrong-type', { expected })
  if (!canBeCalculated(field)) return wrong('value')
  if (isTooLarge(expression)) return issue(pointer, 'too-many', { max: 200 })
  const isKnown =
    columnsOf(expression).length === 0 &&
    maskScope(scene.app.index, scene.rights).expression(form.key, expression)
  if (!isKnown) return issue(pointer, 'unknown-field')
  const type = expressionType(field, form.key, false)
  const { problems } = checkExpression(expression, formScope(scene.app.index, form.place), type)
  const [first] = problems
  if (first !== undefined) return wrong(String(first.params['expected'] ?? valueTypeOf(field)))
  const found = toSql(expression, resolverFor(opened, base, form.place))
  return found.ok ? found.sql : issue(pointer, 'unknown-field')
}

const isIssue = (found: SqlFragment | Issue | undefined): found is Issue =>
  found !== undefined && 'code' in found

function partOf(
  scene: ReadScene,
  reading: FormReading,
  change: FieldChangeWay,
  pointer: string,
): SqlFragment | Issue | undefined {
  const { form, rights, base } = reading
  const field = form.fields.get(change.field)
  if (field === undefined || !mayReadField(rights, change.field)) return issue(pointer, 'unknown-field')
  if (isCalculated(field) || !mayWriteField(rights, change.field)) return issue(pointer, 'not-writable')
  if (change.way === 'calculate') return calculatedSql(scene, reading, field, change.expression, pointer)
  if (change.way === 'set' || change.way === 'clear') return undefined
  if (!holdsList(field)) return issue(pointer, 'wrong-type', { expected: 'list' })
  return columnOfAlias(base, field.key)
}

const listed = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as string[]) : [])
const orNull = (list: readonly string[]): readonly string[] | null => (list.length === 0 ? null : list)

function valueOf(change: FieldChangeWay, field: Field | undefined, read: unknown): unknown {
  switch (change.way) {
    case 'set':
      return change.value
    case 'clear':
      return null
    case 'add':
      return orNull([...new Set([...listed(read), ...change.values])])
    case 'remove':
      return orNull(listed(read).filter((one) => !change.values.includes(one)))
    case 'calculate': {
      const value = (read ?? null) as Value
      const result = field === undefined ? value : asResult(field, value)
      // More digits than the field holds: the check of the write says so.
      return typeof result === 'symbol' ? value : (result ?? value)
    }
  }
}

/**
 * What many records are given, field by field. Expressions are calculated by the database over what the actor may read:
 * they know no field and no record that the actor does not.
 */
export function planFieldChanges(
  scene: ReadScene,
  formKey: string,
  changes: readonly FieldChangeWay[],
  deleted = false,
): Planned<FieldChangesPlan> {
  const reading = readForm(scene, formKey)
  if (reading === undefined) return notFound
  const { base, form } = reading
  const parts = changes.map((change, position) =>
    partOf(scene, reading, change, `/action/changes/${position}`),
  )
  const errors = parts.filter(isIssue)
  if (errors.length > 0) return badFilter(errors)
  const read = (parts as readonly (SqlFragment | undefined)[]).flatMap((part, position) =>
    part === undefined ? [] : [sql`${part} as ${identifier(`v${position}`)}`],
  )
  const list = joinSql([sql`${columnOfAlias(base, 'id')}`, columnOfAlias(base, 'version'), ...read], sql`, `)
  return {
    ok: true,
    statement(ids) {
      const where = whereSql(reading, { ids, deleted })
      return sql`select ${list} from ${fromForm(reading)} where ${where.ok ? where.sql : sql`false`} order by ${columnOfAlias(base, 'id')}`
    },
    valuesOf: (row) =>
      Object.fromEntries(
        changes.map((change, position) => [
          change.field,
          valueOf(change, form.fields.get(change.field), row[`v${position}`]),
        ]),
      ),
  }
}
