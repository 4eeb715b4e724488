import { expect, test } from 'vitest'
import type { Expression } from './expression.ts'
import { identifier, joinSql, param, renderSql, sql } from './sql/fragment.ts'
import { MEMBER, sampleContext, sampleScope } from './testing/sample-form.ts'
import { toSql, toSqlCondition, toSqlNegation } from './to-sql.ts'
import type { SqlResolver } from './to-sql.ts'

const resolver: SqlResolver = {
  context: sampleContext,
  column(path) {
    const type = sampleScope.resolve(path)
    return type && path.length === 1 ? { sql: identifier(path.join('_')), type } : undefined
  },
  list(path) {
    const type = sampleScope.resolve(path)
    return type?.kind === 'list' && path.length > 1
      ? { from: sql`select v from lines`, type: type.of }
      : undefined
  },
}

function condition(expression: Expression) {
  const result = toSqlCondition(expression, resolver)
  return result.ok ? renderSql(result.sql) : result.problems
}

test.each<[Expression, string, unknown[]]>([
  [{ eq: [{ var: 'name' }, "x'; --"] }, '("name" = $1::text)', ["x'; --"]],
  [{ eq: ['x', { var: 'name' }] }, '("name" = $1::text)', ['x']],
  [{ eq: [{ var: 'name' }, null] }, '("name" is null)', []],
  [{ eq: [{ var: 'name' }, { var: 'code' }] }, '("name" is not distinct from "code")', []],
  [{ ne: [{ var: 'name' }, 'x'] }, '(("name" = $1::text) is not true)', ['x']],
  [{ eq: [{ var: 'open' }, false] }, '("open" is not true)', []],
  [{ eq: [{ var: 'owner' }, { var: '$me' }] }, '("owner" = $1::uuid)', [MEMBER]],
  [
    { gte: [{ var: 'due' }, { dateAdd: [{ today: [] }, -30, 'day'] }] },
    '("due" >= $1::date)',
    ['2026-10-22'],
  ],
  [{ in: [{ var: 'amount' }, [1, '2.50']] }, '("amount" = any($1::numeric[]))', [['1', '2.50']]],
  [
    { contains: [{ var: 'name' }, '50%_A'] },
    '(lower("name" collate "und-x-icu") like $1::text)',
    ['%50\\%\\_a%'],
  ],
  [
    { and: [{ var: 'open' }, { isEmpty: [{ var: 'tags' }] }] },
    '("open" and (not exists (select unnest("tags"))))',
    [],
  ],
  [
    { inLastDays: [{ var: 'called_at' }, 1] },
    '(("called_at" >= $1::timestamptz and "called_at" < $2::timestamptz))',
    ['2026-11-19T16:00:00.000Z', '2026-11-21T16:00:00.000Z'],
  ],
])('the condition %j leaves columns bare and binds every value', (expression, text, values) => {
  expect(condition(expression)).toEqual({ text, values })
})

test('a negation is true where the condition is null', () => {
  const result = toSqlNegation({ gt: [{ var: 'amount' }, 5] }, resolver)
  expect(result.ok && renderSql(result.sql).text).toBe('(("amount" > $1::numeric) is not true)')
})

test('line items are read by a scalar sub-select', () => {
  const result = toSql({ sum: [{ var: 'lines.quantity' }] }, resolver)
  expect(result.ok && renderSql(result.sql).text).toBe(
    '((select coalesce(sum(v), 0) from ((select v from lines)) as _l(v)))',
  )
})

test.each<[Expression, string]>([
  [{ '==': [{ var: 'name' }, 'x'] }, 'standardOperator'],
  [{ in: ['a', { var: 'name' }] }, 'textSearch'],
  [{ eq: [{ var: ['name', 'x'] }, 'x'] }, 'defaultValue'],
])('%j says why it has no SQL: %s', (expression, reason) => {
  expect(condition(expression)).toMatchObject([{ code: 'noSql', params: { reason } }])
})

test('a path the caller does not resolve is a problem, not a column', () => {
  expect(condition({ eq: [{ var: 'secret' }, 'x'] })).toMatchObject([
    { code: 'unknownField', pointer: '/eq/0' },
  ])
})

test('a number is no condition', () => {
  expect(condition({ add: [1, { var: 'amount' }] })).toMatchObject([{ code: 'wrongType' }])
})

test('fragments number their parameters in order and refuse names that are none', () => {
  const parts = [sql`a = ${param(1, 'int')}`, sql`b = any(${param(['x'], 'text', true)})`]
  expect(renderSql(joinSql(parts, sql` or `), 3)).toEqual({
    text: 'a = $3::int or b = any($4::text[])',
    values: [1, ['x']],
  })
  expect(() => identifier('a"b')).toThrow(TypeError)
})
