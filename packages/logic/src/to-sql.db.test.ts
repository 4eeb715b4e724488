import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, query } from '@pipewright/testing'
import type { FreshDatabase } from '@pipewright/testing'
import { checkExpression } from './check-expression.ts'
import { Decimal } from './decimal.ts'
import { evaluate, evaluateCondition } from './evaluate.ts'
import type { Data } from './evaluate.ts'
import type { Expression } from './expression.ts'
import type { EvaluationContext } from './operation.ts'
import { identifier, renderSql, sql } from './sql/fragment.ts'
import type { SqlFragment } from './sql/fragment.ts'
import {
  anyExpression,
  expressions,
  someDate,
  someInstant,
  someText,
} from './testing/arbitrary-expression.ts'
import { MEMBER, OTHER_MEMBER, sampleContext, sampleScope } from './testing/sample-form.ts'
import { toSql, toSqlCondition, toSqlNegation } from './to-sql.ts'
import type { SqlResolver, SqlResult } from './to-sql.ts'
import { typeName } from './value-type.ts'
import type { ValueType } from './value-type.ts'

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 4 })
const decimal = fc
  .oneof(fc.integer({ min: -5000, max: 5000 }), fc.constantFrom(0, 5, 15, 25, 33333, 123456789012345))
  .map((cents) => new Decimal(cents).dividedBy(100).toFixed(2))
const storedText = someText.map((text) => (text === '' ? null : text))
const tag = fc.constantFrom('a', 'b', '中', '%')

const record = fc.record({
  amount: maybe(decimal),
  cost: maybe(decimal),
  name: storedText,
  code: maybe(fc.constantFrom('1', '1.0', '1.10', '-3', 'abc', '007')),
  open: maybe(fc.boolean()),
  urgent: maybe(fc.boolean()),
  due: maybe(someDate),
  signed: maybe(fc.oneof(someDate, fc.constantFrom('2026-11-21', '2026-11-20', '2024-02-29', '2026-01-31'))),
  called_at: maybe(someInstant),
  visited_at: maybe(
    fc.oneof(someInstant, fc.constantFrom('2026-11-20T16:00:00.000Z', '2026-11-21T15:59:59.999Z')),
  ),
  owner: maybe(fc.constantFrom(MEMBER, OTHER_MEMBER)),
  tags: maybe(fc.uniqueArray(tag, { minLength: 1, maxLength: 3 })),
  lines: fc.array(fc.record({ quantity: maybe(decimal), day: maybe(someDate) }), { maxLength: 3 }),
})

const records = fc.sample(record, { numRuns: 60, seed: 7 })
const zones = ['Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'UTC', 'Australia/Lord_Howe']

let database: FreshDatabase

beforeAll(async () => {
  database = await freshDatabase()
  await query(
    database.url,
    `create table deal (id int primary key, amount numeric(20,2), cost numeric(20,2), name text, code text, open boolean,
      urgent boolean, due date, signed date, called_at timestamptz, visited_at timestamptz, owner uuid, tags text[])`,
  )
  await query(database.url, 'create table deal_lines (parent int, quantity numeric(20,2), day date)')
  const rows = JSON.stringify(records.map((each, id) => ({ ...each, id })))
  await query(database.url, 'insert into deal select * from jsonb_populate_recordset(null::deal, $1)', [rows])
  const lines = JSON.stringify(
    records.flatMap((each, parent) => each.lines.map((line) => ({ ...line, parent }))),
  )
  await query(
    database.url,
    'insert into deal_lines select * from jsonb_populate_recordset(null::deal_lines, $1)',
    [lines],
  )
})

afterAll(() => database.drop())

function resolverIn(context: EvaluationContext): SqlResolver {
  return {
    context,
    column(path) {
      const type = sampleScope.resolve(path)
      return type && path.length === 1 ? { sql: identifier(path[0] ?? ''), type } : undefined
    },
    list(path) {
      const type = sampleScope.resolve(path)
      if (path[0] !== 'lines' || type?.kind !== 'list') return undefined
      const column = identifier(path[1] ?? '')
      return { from: sql`select _c.${column} from deal_lines as _c where _c.parent = deal.id`, type: type.of }
    },
  }
}

/** As the API writes values, so that the driver's own reading of dates and numbers plays no part. */
function asText(fragment: SqlFragment, type: ValueType): SqlFragment {
  if (type.kind !== 'dateTime') return sql`(${fragment})::text`
  return sql`to_char((${fragment}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}

function fragmentOf(result: SqlResult): SqlFragment {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.sql
}

async function answers(fragment: SqlFragment): Promise<unknown[]> {
  const { text, values } = renderSql(sql`select ${fragment} as answer from deal order by id`)
  return (await query<{ answer: unknown }>(database.url, text, values)).map((row) => row.answer)
}

function normal(answer: unknown, type: ValueType): unknown {
  return answer !== null && type.kind === 'number' ? new Decimal(String(answer)).toFixed() : answer
}

function contextIn(zone: string): EvaluationContext {
  return { ...sampleContext, zone }
}

test('every expression has the same value in JavaScript and in PostgreSQL', async () => {
  await fc.assert(
    fc.asyncProperty(anyExpression, fc.constantFrom(...zones), async (expression: Expression, zone) => {
      const context = contextIn(zone)
      const { type, problems } = checkExpression(expression, sampleScope)
      expect(problems).toEqual([])
      const stored = await answers(asText(fragmentOf(toSql(expression, resolverIn(context))), type))
      const computed = records.map((each) => evaluate(expression, each as Data, context, sampleScope))
      expect(stored.map((answer) => normal(answer, type))).toEqual(
        computed.map((answer) => normal(answer === null || answer === '' ? null : String(answer), type)),
      )
      expect(typeName(type)).not.toBe('any')
    }),
    { numRuns: 250 },
  )
}, 120_000)

test('a condition and its negation select what evaluation says, null counting as false', async () => {
  await fc.assert(
    fc.asyncProperty(expressions.boolean, fc.constantFrom(...zones), async (condition, zone) => {
      const context = contextIn(zone)
      const holds = fragmentOf(toSqlCondition(condition, resolverIn(context)))
      const fails = fragmentOf(toSqlNegation(condition, resolverIn(context)))
      const expected = records.map((each) => evaluateCondition(condition, each as Data, context, sampleScope))
      expect(await answers(sql`(${holds}) is true`)).toEqual(expected)
      expect(await answers(fails)).toEqual(expected.map((answer) => !answer))
    }),
    { numRuns: 120 },
  )
}, 120_000)

const deep: readonly [string, (inner: Expression) => Expression, Expression][] = [
  ['mod', (inner) => ({ mod: [{ var: 'amount' }, inner] }), { var: 'cost' }],
  ['roundUp', (inner) => ({ roundUp: [inner, 1] }), { var: 'cost' }],
  ['left', (inner) => ({ left: [{ var: 'name' }, { len: [inner] }] }), { var: 'name' }],
  ['dateAdd', (inner) => ({ dateAdd: [inner, 1, 'month'] }), { var: 'due' }],
  [
    'dateDiff',
    (inner) => ({ dateAdd: [{ var: 'due' }, { dateDiff: [inner, inner, 'month'] }, 'day'] }),
    { var: 'due' },
  ],
  ['and', (inner) => ({ or: [{ and: [inner, { var: 'open' }] }, { var: 'urgent' }] }), { var: 'urgent' }],
  [
    'between',
    (inner) => ({ if: [{ between: [inner, 1, 5] }, { var: 'amount' }, { var: 'cost' }] }),
    { var: 'cost' },
  ],
  [
    'thisYear',
    (inner) => ({ if: [{ thisYear: [inner] }, { var: 'due' }, { var: 'signed' }] }),
    { var: 'due' },
  ],
]

test.each(deep)('PostgreSQL answers deeply nested %s at once', async (name, wrap, start) => {
  let expression = start
  for (let level = 0; level < (name === 'dateDiff' ? 4 : 20); level += 1) expression = wrap(expression)
  const { type } = checkExpression(expression, sampleScope)
  const stored = await answers(asText(fragmentOf(toSql(expression, resolverIn(sampleContext))), type))
  const computed = records.map((each) => evaluate(expression, each as Data, sampleContext, sampleScope))
  expect(stored.map((answer) => normal(answer, type))).toEqual(
    computed.map((answer) => normal(answer === null ? null : String(answer), type)),
  )
})
