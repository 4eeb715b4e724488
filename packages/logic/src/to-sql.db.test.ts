import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, freshDatabase } from '@pipewright/testing'
import type { Connection, FreshDatabase } from '@pipewright/testing'
import { formatDate, parseDate } from './calendar.ts'
import { checkExpression } from './check-expression.ts'
import { Decimal } from './decimal.ts'
import { evaluate, evaluateCondition } from './evaluate.ts'
import { ExpressionError } from './problem.ts'
import type { Data } from './evaluate.ts'
import type { Expression } from './expression.ts'
import type { EvaluationContext } from './operation.ts'
import { identifier, joinSql, renderSql, sql } from './sql/fragment.ts'
import type { SqlFragment } from './sql/fragment.ts'
import { operations } from './operations/index.ts'
import type { OperationName } from './operations/index.ts'
import { anyExpression, callsOf, expressions } from './testing/arbitrary/expressions.ts'
import { someDate, someInstant, someText } from './testing/arbitrary/values.ts'
import {
  DEPARTMENT,
  MEMBER,
  OTHER_DEPARTMENT,
  OTHER_MEMBER,
  sampleContext,
  sampleScope,
} from './testing/sample-form.ts'
import { toSql, toSqlCondition, toSqlNegation } from './to-sql.ts'
import type { SqlResolver, SqlResult } from './to-sql.ts'
import { TEXT, typeName } from './value-type.ts'
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
  branch: maybe(fc.constantFrom(DEPARTMENT, OTHER_DEPARTMENT)),
  tags: maybe(fc.uniqueArray(tag, { minLength: 1, maxLength: 3 })),
  lines: fc.array(fc.record({ quantity: maybe(decimal), day: maybe(someDate) }), { maxLength: 3 }),
})

const records = fc.sample(record, { numRuns: 60, seed: 7 })
const zones = ['Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'UTC', 'Australia/Lord_Howe']

let database: FreshDatabase
let connection: Connection

beforeAll(async () => {
  database = await freshDatabase()
  connection = await connect(database.url)
  await connection.query(
    `create table deal (id int primary key, amount numeric(20,2), cost numeric(20,2), name text, code text, open boolean,
      urgent boolean, due date, signed date, called_at timestamptz, visited_at timestamptz, owner uuid, branch uuid, tags text[])`,
  )
  await connection.query(
    'create table deal_lines (parent int, position int, quantity numeric(20,2), day date)',
  )
  const rows = JSON.stringify(records.map((each, id) => ({ ...each, id })))
  await connection.query('insert into deal select * from jsonb_populate_recordset(null::deal, $1)', [rows])
  const lines = JSON.stringify(
    records.flatMap((each, parent) => each.lines.map((line, position) => ({ ...line, parent, position }))),
  )
  await connection.query(
    'insert into deal_lines select * from jsonb_populate_recordset(null::deal_lines, $1)',
    [lines],
  )
})

afterAll(async () => {
  const [server] = await connection.query<{ version: string }>(
    "select current_setting('server_version') as version",
  )
  process.stdout.write(`${compared} answers of JavaScript and PostgreSQL ${server?.version} compared\n`)
  await connection.end()
  await database.drop()
})

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
      return {
        from: sql`select _c.${column} from deal_lines as _c where _c.parent = deal.id`,
        order: sql`order by _c.position`,
        type: type.of,
      }
    },
  }
}

/** As the API writes values, so that the driver's own reading of dates and numbers plays no part. */
function asText(fragment: SqlFragment, type: ValueType): SqlFragment {
  if (type.kind === 'list') return sql`array_to_json((${fragment})::text[])::text`
  if (type.kind !== 'dateTime') return sql`(${fragment})::text`
  return sql`to_char((${fragment}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}

function fragmentOf(result: SqlResult): SqlFragment {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.sql
}

async function answers(fragment: SqlFragment): Promise<unknown[]> {
  const { text, values } = renderSql(sql`select ${fragment} as answer from deal order by id`)
  return (await connection.query<{ answer: unknown }>(text, values)).map((row) => row.answer)
}

function normal(answer: unknown, type: ValueType): unknown {
  if (answer === null || answer === '') return null
  if (type.kind === 'list') {
    const items = (typeof answer === 'string' ? JSON.parse(answer) : answer) as readonly unknown[]
    const filled = items.map((item) => normal(item, type.of)).filter((item) => item !== null)
    return filled.length === 0 ? null : filled
  }
  return type.kind === 'number' ? new Decimal(String(answer)).toFixed() : String(answer)
}

/** Each tenth day is special, by turns off and worked. */
const farCalendar = {
  weekStart: 7,
  fiscalMonth: 4,
  workdays: [7, 1, 2, 4],
  special: Array.from({ length: 1715 }, (_, at) => ({
    day: String(formatDate((parseDate('1990-01-03') ?? 0) + at * 10)),
    name: '',
    works: at % 2 === 0,
  })),
}

/** Far from Monday and January, where the zone is not that of the sample. */
function contextIn(zone: string): EvaluationContext {
  const calendar = zone === sampleContext.zone ? {} : { calendar: farCalendar }
  return { ...sampleContext, zone, ...calendar }
}

/** Answers compared between JavaScript and PostgreSQL: one per expression and record. */
let compared = 0

interface Prepared {
  readonly expression: Expression
  readonly type: ValueType
  readonly sql: SqlFragment
}

function prepare(expression: Expression, context: EvaluationContext): Prepared {
  const { type, problems } = checkExpression(expression, sampleScope)
  expect(problems).toEqual([])
  expect(typeName(type)).not.toBe('any')
  return { expression, type, sql: asText(fragmentOf(toSql(expression, resolverIn(context))), type) }
}

/** Line items have a value of their own only inside another expression. */
function isRows(expression: Expression): boolean {
  return JSON.stringify(expression).startsWith('{"var":"lines.')
}

/** Longer text than evaluation allows: PostgreSQL goes on, so there is nothing to compare. */
const beyond = Symbol('beyond the limit of text')

function evaluated({ expression, type }: Prepared, data: Data, context: EvaluationContext): unknown {
  try {
    return normal(evaluate(expression, data, context, sampleScope), type)
  } catch (error) {
    if (error instanceof ExpressionError && error.problem.code === 'textTooLong') return beyond
    throw error
  }
}

/** Several at once: the way to PostgreSQL and back takes longer than its answer. */
async function expectSameAnswers(given: readonly Expression[], zone: string): Promise<void> {
  const context = contextIn(zone)
  const prepared = given.filter((each) => !isRows(each)).map((each) => prepare(each, context))
  const columns = prepared.map((each) => each.sql)
  const stored = await answers(sql`array[${joinSql(columns, sql`, `)}]::text[]`)
  const expected = records.map((each) => prepared.map((one) => evaluated(one, each as Data, context)))
  const rows = stored as readonly (readonly unknown[])[]
  const found = rows.map((row, record) =>
    row.map((answer, at) =>
      expected[record]?.[at] === beyond ? beyond : normal(answer, prepared[at]?.type ?? TEXT),
    ),
  )
  expect(found).toEqual(expected)
  compared += records.length * prepared.length
}

const some = (expression: fc.Arbitrary<Expression>) =>
  fc.array(expression, { minLength: 1, maxLength: 6, size: 'max' })

const names = Object.keys(operations) as OperationName[]

test.each(
  names.filter((name) => typeof operations[name].sql === 'function' && !('columns' in operations[name])),
)('%s has the same value in JavaScript and in PostgreSQL', async (name) => {
  const before = compared
  await fc.assert(fc.asyncProperty(some(callsOf(name)), fc.constantFrom(...zones), expectSameAnswers), {
    numRuns: 4,
  })
  expect(compared - before).toBeGreaterThan(0)
})

test('every nested expression has the same value in JavaScript and in PostgreSQL', async () => {
  await fc.assert(fc.asyncProperty(some(anyExpression), fc.constantFrom(...zones), expectSameAnswers), {
    numRuns: 100,
  })
}, 120_000)

/** Whether records are selected by conditions and, after them, by their negations. */
async function expectSelections(conditions: readonly Expression[], zone: string): Promise<void> {
  const context = contextIn(zone)
  const resolver = resolverIn(context)
  const columns = [
    ...conditions.map((each) => sql`(${fragmentOf(toSqlCondition(each, resolver))}) is true`),
    ...conditions.map((each) => fragmentOf(toSqlNegation(each, resolver))),
  ]
  const expected = records.map((data) => {
    const holds = conditions.map((each) => evaluateCondition(each, data as Data, context, sampleScope))
    return [...holds, ...holds.map((answer) => !answer)]
  })
  expect(await answers(sql`array[${joinSql(columns, sql`, `)}]`)).toEqual(expected)
  compared += records.length * columns.length
}

test('a condition and its negation select what evaluation says, null counting as false', async () => {
  await fc.assert(fc.asyncProperty(some(expressions.boolean), fc.constantFrom(...zones), expectSelections), {
    numRuns: 40,
  })
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

test('a product of which one factor falls away is computed anew for each record', async () => {
  const factors = [{ exp: [{ var: 'amount' }] }, { choose: [0, { var: 'amount' }, { var: 'amount' }] }]
  await expectSameAnswers([{ product: factors }], 'UTC')
})

test('a present value has all its digits where one unit nearly comes to nothing', async () => {
  const worth = (rate: number, periods: number) => ({
    presentValue: [rate, periods, { var: 'amount' }, { var: 'cost' }],
  })
  await expectSameAnswers([worth(-0.15, 420), worth(-0.99, 600), worth(-0.9, 40), worth(0, 12)], 'UTC')
})
