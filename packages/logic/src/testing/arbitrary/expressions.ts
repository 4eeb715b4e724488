import fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import type { Expression } from '../../expression.ts'
import { operations } from '../../operations/index.ts'
import type { OperationName } from '../../operations/index.ts'
import { fieldTypes } from '../sample-form.ts'
import type { FieldName } from '../sample-form.ts'
import { comparisonUses } from './comparison-uses.ts'
import { dateUses } from './date-uses.ts'
import { formsUses } from './forms-uses.ts'
import { listUses } from './list-uses.ts'
import { logicUses } from './logic-uses.ts'
import { moneyUses } from './money-uses.ts'
import { numberUses } from './number-uses.ts'
import { statisticsUses } from './statistics-uses.ts'
import { textUses } from './text-uses.ts'
import type { Kind, Ties, Use } from './use.ts'
import { someDate, someNumber, someNumbers, someText, someTexts } from './values.ts'

/** Every operation with the ways it is used: a new one does not compile before it has some. */
const uses: { readonly [N in OperationName]: readonly Use[] } = {
  ...formsUses,
  ...logicUses,
  ...comparisonUses,
  ...numberUses,
  ...statisticsUses,
  ...textUses,
  ...dateUses,
  ...listUses,
  ...moneyUses,
}

/** What has no SQL is left out of nested expressions, so that all of them can be compared. */
const entries = (Object.entries(uses) as [OperationName, readonly Use[]][]).filter(
  ([name]) => typeof operations[name].sql === 'function',
)

function fieldsOf(kind: Kind): Arbitrary<Expression> {
  const names = (Object.keys(fieldTypes) as FieldName[]).filter((name) => fieldTypes[name].kind === kind)
  return fc.constantFrom(...names).map((name) => ({ var: name }))
}

const literals = {
  number: someNumber,
  text: someText,
  boolean: fc.boolean(),
  date: fc.oneof(
    someDate.map((value) => ({ date: [value] })),
    fc.constantFrom<Expression>({ var: '$today' }, { today: [] }),
  ),
  dateTime: fc.constantFrom<Expression>({ var: '$now' }, { now: [] }),
}
const leaf = (kind: keyof typeof literals): Arbitrary<Expression> =>
  fc.oneof({ weight: 3, arbitrary: fieldsOf(kind) }, literals[kind])

const leaves: Ties = {
  number: leaf('number'),
  text: leaf('text'),
  boolean: leaf('boolean'),
  date: leaf('date'),
  dateTime: leaf('dateTime'),
  texts: fc.oneof(fc.constant<Expression>({ var: 'tags' }), someTexts),
  numbers: fc.oneof(fc.constant<Expression>({ var: 'lines.quantity' }), someNumbers),
  days: fc.constant({ var: 'lines.day' }),
}

function called(name: OperationName, use: Use, ties: Ties): Arbitrary<Expression> {
  return fc.tuple(...use.args(ties)).map((values) => ({ [name]: values }))
}

function grown(kind: Kind, ties: Ties, maxDepth: number): Arbitrary<Expression> {
  const calls = entries.flatMap(([name, list]) =>
    list.filter((use) => use.kind === kind).map((use) => called(name, use, ties)),
  )
  return fc.oneof({ depthSize: 'small', maxDepth, withCrossShrink: true }, leaves[kind], ...calls)
}

function expressionsTo(maxDepth: number): Ties {
  return fc.letrec<Record<Kind, Expression>>((tie) => {
    const kinds = Object.keys(leaves) as Kind[]
    const ties = Object.fromEntries(kinds.map((kind) => [kind, tie(kind)])) as unknown as Ties
    return Object.fromEntries(kinds.map((kind) => [kind, grown(kind, ties, maxDepth)])) as unknown as Ties
  })
}

/** Well-typed expressions of every kind over the sample form, each operation among them. */
export const expressions = expressionsTo(3)

export const anyExpression: Arbitrary<Expression> = fc.oneof(...Object.values(expressions))

const shallow = expressionsTo(1)

/** Calls of one operation in all its uses, with arguments that are hardly nested: failures are easy to read. */
export function callsOf(name: OperationName): Arbitrary<Expression> {
  if (uses[name].length === 0)
    throw new Error(`There is no way to use “${name}”: say some beside the others.`)
  return fc.oneof(...uses[name].map((use) => called(name, use, shallow)))
}
