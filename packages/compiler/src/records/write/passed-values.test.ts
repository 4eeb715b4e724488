import type { Expression, Field } from '@pipewright/schemas'
import { checkExpression, explainProblem, parseFormula, wholeOf } from '@pipewright/logic'
import {
  aForeignMoneyField,
  aForm,
  anAnyRelationField,
  anApp,
  aTextField,
} from '@pipewright/metadata/builders'
import { describe, expect, test } from 'vitest'
import { compileApp } from '../../app/compile-app.ts'
import type { Composite } from '../value.ts'
import { assignedValue } from './calculate.ts'

const id = '01900000-0000-7000-8000-0000000000aa'
const context = { now: '2026-11-21T08:00:00.000Z', today: '2026-11-21', zone: 'UTC' }

type WholeType = Parameters<typeof wholeOf>[0]

interface Kind {
  readonly fields: readonly [Field, Field]
  readonly value: Composite
  readonly made: string
  readonly part: object
}

/** A value of every type that has parts, as records hold it, and another one as a formula makes it. */
const kinds: Record<WholeType, Kind> = {
  address: {
    fields: [
      { type: 'address', key: 'from', label: { en: 'From' } },
      { type: 'address', key: 'to', label: { en: 'To' } },
    ],
    value: { country: 'US', province: 'Ohio', city: 'Dayton', text: 'Dayton, Ohio, US' },
    made: 'ADDRESS("FR", "", "Lyon")',
    part: { country: 'FR', city: 'Lyon' },
  },
  dateRange: {
    fields: [
      { type: 'dateRange', key: 'from', label: { en: 'From' } },
      { type: 'dateRange', key: 'to', label: { en: 'To' } },
    ],
    value: { start: '2026-01-01', end: '2026-03-31', text: '2026-01-01 ~ 2026-03-31' },
    made: 'DATERANGE(DATE(2027, 1, 1), DATE(2027, 1, 31))',
    part: { start: '2027-01-01', end: '2027-01-31' },
  },
  location: {
    fields: [
      { type: 'location', key: 'from', label: { en: 'From' } },
      { type: 'location', key: 'to', label: { en: 'To' } },
    ],
    value: { latitude: '31.230391', longitude: '121.473702', label: null, text: '31.230391, 121.473702' },
    made: 'LOCATION(1, 2, "Office")',
    part: { latitude: '1.000000', label: 'Office' },
  },
  foreignMoney: {
    fields: [aForeignMoneyField({ key: 'from' }), aForeignMoneyField({ key: 'to' })],
    value: { amount: '1200.00', currency: 'USD', text: 'USD 1200.00' },
    made: 'AMOUNT(5, "EUR")',
    part: { amount: '5.00', currency: 'EUR' },
  },
  anyRelation: {
    fields: [
      anAnyRelationField({ key: 'from', targets: [{ form: 'account' }] }),
      anAnyRelationField({ key: 'to', targets: [{ form: 'account' }] }),
    ],
    value: { form: 'account', id, text: 'Acme' },
    made: 'REFERENCE(id)',
    part: { form: 'account', id },
  },
}

/** Every function that hands one of its values on: first those that give the field, then one that gives the made value. */
const passing = (made: string): [formula: string, gives: 'from' | 'made' | 'none'][] =>
  [
    ['from', 'from'],
    ['IF(LEN(from) > 3, from, {made})', 'from'],
    ['IF(LEN(from) < 3, from, {made})', 'made'],
    ['IF(LEN(from) < 3, {made}, from)', 'from'],
    ['IFS(name = "x", {made}, name = "y", from)', 'from'],
    ['SWITCH(name, "x", {made}, "y", from, {made})', 'from'],
    ['SWITCH(name, "x", {made}, from)', 'from'],
    ['SWITCH(name, "y", {made}, from)', 'made'],
    ['IFEMPTY(to, from)', 'from'],
    ['COALESCE(to, {made}, from)', 'made'],
    ['IFERROR(from, {made})', 'from'],
    ['CHOOSE(2, {made}, from)', 'from'],
    ['CHOOSE(1, {made}, from)', 'made'],
    ['EMPTYIF(from, to)', 'from'],
    ['EMPTYIF(from, from)', 'none'],
    ['FIRST({from, to})', 'from'],
    ['LAST({to, from})', 'from'],
    ['INDEX({from, from}, 2)', 'from'],
    ['IF(name = "y", IFEMPTY(to, SWITCH(name, "y", from, to)), {made})', 'from'],
    ['IF(name = "x", from, "")', 'none'],
  ].map(([formula, gives]) => [formula!.replaceAll('{made}', made), gives as 'from'])

describe.each(Object.entries(kinds) as [WholeType, Kind][])(
  'a value of type %s',
  (type, { fields, value, made, part }) => {
    const app = compileApp(
      anApp({ forms: [aForm({ key: 'account', fields: [aTextField(), ...fields] })] }),
      1,
    )
    const place = app.form('account')!
    const data = { id, name: 'y', from: value, to: null }
    const give = (expression: Expression) => assignedValue(place, fields[1], expression, data, context)
    const parse = (formula: string) => {
      const parsed = parseFormula(formula, place.scope, wholeOf(type))
      expect(parsed.problems).toEqual([])
      return parsed.expression!
    }

    test.each(passing(made))('keeps its parts through %s', (formula, gives) => {
      const answers = {
        none: null,
        from: give({ var: 'from' }),
        made: expect.objectContaining(part) as unknown,
      }
      expect(answers.from).not.toBeNull()
      expect(give(parse(formula))).toEqual(answers[gives])
    })

    test('is one line where a text takes it', () => {
      const name = place.fields.get('name')!
      expect(assignedValue(place, name, parse('from'), data, context)).toBe(value.text)
      expect(assignedValue(place, name, parse('IF(name = "y", from, "")'), data, context)).toBe(value.text)
      expect(assignedValue(place, name, { concat: [{ var: 'from' }, '!'] }, data, context)).toBe(
        `${value.text}!`,
      )
    })

    const sameText = type === 'dateRange' || type === 'location'
    test.each([
      `${made} = from`,
      `from <> ${made}`,
      `from = IF(name = "x", from, ${made})`,
      `SWITCH(from, ${made}, 1, 2) = 1`,
      `EMPTYIF(from, ${made}) = ""`,
    ])('is compared with one that a function makes where both are written alike: %s', (formula) => {
      const { problems } = parseFormula(formula, place.scope)
      expect(problems.map(({ code }) => code)).toEqual(sameText ? [] : ['madeWhole'])
    })

    test.each([
      `${made} = ""`,
      `${made} = ${made}`,
      'from = to',
      'from <> "text"',
      `${made} <> "text"`,
      `IF(${made} <> "", 1, 2) = 1`,
    ])('is compared with its like: %s', (formula) =>
      expect(parseFormula(formula, place.scope).problems).toEqual([]),
    )

    test('is known to be one after a choice', () => {
      const mixed = checkExpression({ if: [true, { var: 'from' }, 'text'] }, place.scope, wholeOf(type))
      expect(mixed.problems).toMatchObject(type === 'anyRelation' ? [] : [{ code: 'wrongType' }])
    })

    test('is asked for by its name', () => {
      const params = { expected: type, actual: 'text', operator: '' }
      expect(explainProblem({ code: 'wrongType', params }, 'zh')).not.toContain(type)
    })
  },
)
