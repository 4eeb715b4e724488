import fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import type { Expression } from '../expression.ts'
import { MEMBER, OTHER_MEMBER, fieldTypes } from './sample-form.ts'
import type { FieldName } from './sample-form.ts'

/** Letters that case, search patterns and counting treat apart. */
const letters = [
  'a',
  'b',
  'A',
  'B',
  'é',
  'É',
  'ß',
  'ω',
  'Ω',
  '中',
  '文',
  '　',
  ' ',
  '%',
  '_',
  '\\',
  '"',
  "'",
  '😀',
  '1',
  '2',
  '.',
]
export const someText = fc.string({ unit: fc.constantFrom(...letters), maxLength: 6 })
export const someNumber = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  fc.constantFrom(0, 1, 2, 3, 7, 10, 0.1, 0.5, 0.005, 1.005, -2.5, 12.345, 99999999.99),
)
export const someDate = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2036-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
/** Around changes of summer time as well as anywhere. */
export const someInstant = fc.oneof(
  fc
    .date({ min: new Date('1990-01-01'), max: new Date('2036-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  fc
    .tuple(
      fc.constantFrom('2026-03-08T04:', '2026-11-01T04:', '2026-03-29T00:', '2026-10-24T16:'),
      fc.integer({ min: 0, max: 59 }),
    )
    .map(([hour, minute]) => `${hour}${String(minute).padStart(2, '0')}:00.000Z`),
)

type Kind = 'number' | 'text' | 'boolean' | 'date' | 'dateTime'

function fieldsOf(kind: Kind): Arbitrary<Expression> {
  const names = (Object.keys(fieldTypes) as FieldName[]).filter((name) => fieldTypes[name].kind === kind)
  return fc.constantFrom(...names).map((name) => ({ var: name }))
}

const units = fc.constantFrom('year', 'quarter', 'month', 'week', 'day')
const finerUnits = fc.oneof(units, fc.constantFrom('hour', 'minute'))
const texts = fc.array(
  someText.filter((text) => text !== ''),
  { minLength: 1, maxLength: 4 },
)
const quantities: Expression = { var: 'lines.quantity' }
const days: Expression = { var: 'lines.day' }
const tags: Expression = { var: 'tags' }

function op(name: string, ...args: Arbitrary<Expression>[]): Arbitrary<Expression> {
  return fc.tuple(...args).map((values) => ({ [name]: values }))
}
function ops(names: readonly string[], ...args: Arbitrary<Expression>[]): Arbitrary<Expression> {
  return fc.tuple(fc.constantFrom(...names), ...args).map(([name, ...values]) => ({ [name]: values }))
}
const one = (expression: Expression) => fc.constant(expression)

type Trees = Record<Kind, Expression>

interface Ties {
  readonly number: Arbitrary<Expression>
  readonly text: Arbitrary<Expression>
  readonly flag: Arbitrary<Expression>
  readonly date: Arbitrary<Expression>
  readonly instant: Arbitrary<Expression>
}

const digits = fc.integer({ min: -3, max: 6 })
const small = fc.integer({ min: -2, max: 9 })
const leaf = (kind: Kind, literal: Arbitrary<Expression>) =>
  fc.oneof({ weight: 3, arbitrary: fieldsOf(kind) }, literal)
const grow = (base: Arbitrary<Expression>, ...more: Arbitrary<Expression>[]) =>
  fc.oneof({ depthSize: 'small', withCrossShrink: true }, base, ...more)
const choose = (kind: Arbitrary<Expression>, flag: Arbitrary<Expression>) => [
  op('if', flag, kind, kind),
  op('coalesce', kind, kind),
]

const numbers = ({ number, text, flag, date, instant }: Ties) =>
  grow(
    leaf('number', someNumber),
    ops(['add', 'sub', 'mul', 'div', 'mod'], number, number),
    op('mul', number, number, number),
    ops(['neg', 'abs', 'round'], number),
    ops(['round', 'roundUp', 'roundDown'], number, digits),
    ops(['sum', 'minimum', 'maximum', 'avg', 'count'], number, number),
    ops(['sum', 'minimum', 'maximum', 'avg', 'count'], one(quantities)),
    op('count', one(tags)),
    op('sum', one(quantities), number),
    op('len', text),
    op('value', text),
    ops(['year', 'month', 'day', 'weekday'], fc.oneof(date, instant)),
    op('dateDiff', date, date, units),
    op('dateDiff', instant, instant, finerUnits),
    ...choose(number, flag),
  )

const textual = ({ number, text, flag, date, instant }: Ties) =>
  grow(
    leaf('text', someText),
    op('concat', text, text),
    ops(['upper', 'lower', 'trim'], text),
    ops(['left', 'right'], text, fc.oneof(small, number)),
    op('mid', text, small, small),
    op('replace', text, text, text),
    op('text', fc.oneof(number, flag, date, instant)),
    op('text', one({ var: 'owner' })),
    ...choose(text, flag),
  )

const booleans = ({ number, text, flag, date, instant }: Ties) =>
  grow(
    leaf('boolean', fc.boolean()),
    ops(['and', 'or'], flag, flag),
    op('!', flag),
    ...[number, text, flag, date, instant].flatMap((kind) => [
      ops(['eq', 'ne'], kind, kind),
      ops(['isEmpty', 'notEmpty'], kind),
    ]),
    ...[number, date, instant].flatMap((kind) => [
      ops(['lt', 'lte', 'gt', 'gte'], kind, kind),
      op('between', kind, kind, kind),
    ]),
    ops(['eq', 'ne', 'lt', 'gte'], date, someDate),
    ops(['eq', 'ne', 'lt', 'gte'], instant, someInstant),
    ops(['contains', 'startsWith', 'endsWith'], text, text),
    ops(['in', 'notIn'], text, texts),
    ops(['in', 'notIn'], number, fc.array(someNumber, { minLength: 1, maxLength: 3 })),
    ops(['in', 'notIn'], text, one(tags)),
    ops(['in', 'notIn'], date, one(days)),
    ops(['hasAny', 'hasAll'], one(tags), texts),
    ops(['isEmpty', 'notEmpty'], fc.constantFrom(tags, quantities, { var: 'owner' })),
    ops(['eq', 'ne'], one({ var: 'owner' }), fc.constantFrom({ var: '$me' }, OTHER_MEMBER, null)),
    ops(['in', 'notIn'], one({ var: 'owner' }), one([MEMBER])),
    ops(['inLastDays', 'inNextDays'], fc.oneof(date, instant), fc.integer({ min: 0, max: 3000 })),
    ops(['thisWeek', 'thisMonth', 'thisQuarter', 'thisYear', 'beforeToday'], fc.oneof(date, instant)),
    ...choose(flag, flag),
  )

const dates = ({ number, flag, date, instant }: Ties) =>
  grow(
    leaf('date', fc.oneof(op('date', someDate), one({ var: '$today' }), one({ today: [] }))),
    op('date', number, number, number),
    op('date', fc.integer({ min: 1, max: 9999 }), small, fc.integer({ min: -40, max: 400 })),
    op('date', instant),
    op('dateAdd', date, fc.oneof(fc.integer({ min: -99_999, max: 99_999 }), small, number), units),
    ops(['minimum', 'maximum'], one(days)),
    ...choose(date, flag),
  )

const dateTimes = ({ number, flag, instant }: Ties) =>
  grow(
    leaf('dateTime', fc.oneof(one({ var: '$now' }), one({ now: [] }))),
    op('dateAdd', instant, fc.oneof(small, fc.integer({ min: -999, max: 999 }), number), finerUnits),
    ...choose(instant, flag),
  )

/** Well-typed expressions of every kind over the sample form, each operation among them. */
export const expressions = fc.letrec<Trees>((tie) => {
  const ties = {
    number: tie('number'),
    text: tie('text'),
    flag: tie('boolean'),
    date: tie('date'),
    instant: tie('dateTime'),
  }
  return {
    number: numbers(ties),
    text: textual(ties),
    boolean: booleans(ties),
    date: dates(ties),
    dateTime: dateTimes(ties),
  }
})

export const anyExpression: Arbitrary<Expression> = fc.oneof(
  expressions.boolean,
  expressions.number,
  expressions.text,
  expressions.date,
  expressions.dateTime,
)
