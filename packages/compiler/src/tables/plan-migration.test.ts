import { emptyDefinition } from '@pipewright/metadata'
import type { AppDefinition, Field, Form, View } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { constraintSites } from './constraint-sites.ts'
import { physicalName } from './physical-name.ts'
import { planIndexes } from './plan-indexes.ts'
import { planMigration } from './plan-migration.ts'
import { tablePlans } from './table-plans.ts'

const label = { en: 'Label', zh: '名称' }
const field = (type: Field['type'], key: string, more: object = {}) =>
  ({ type, key, label, ...more }) as Field
const aForm = (key: string, fields: Field[]): Form => ({
  key,
  label,
  labelPlural: label,
  titleField: 'name',
  fields,
  layout: { sections: [] },
})
const aView = (more: Partial<View>): View => ({
  key: 'list',
  form: 'quote',
  label,
  type: 'table',
  columns: [],
  ...more,
})
const withFields = (...fields: Field[]): AppDefinition => ({
  ...emptyDefinition(label),
  forms: [aForm('quote', fields)],
})

const typesOf = (...fields: Field[]) =>
  Object.fromEntries(
    tablePlans(withFields(...fields)).flatMap((table) =>
      table.columns
        .filter(({ kind }) => kind !== 'system')
        .map(({ name, type }) => [`${table.name}.${name}`, type]),
    ),
  )

test('every type of field lies in the column that its values need', () => {
  const formula = (key: string, resultType: string, expression: unknown = 1) =>
    field('formula', key, { resultType, expression, scale: 3 })
  expect(
    typesOf(
      field('text', 'name'),
      field('money', 'amount', { currency: 'CNY' }),
      field('number', 'rank', { scale: 0 }),
      field('date', 'due'),
      field('dateTime', 'called'),
      field('yesNo', 'won'),
      field('choice', 'stage', { options: [] }),
      field('multiChoice', 'tags', { options: [] }),
      field('member', 'helper'),
      field('relation', 'parent_quote', { form: 'quote' }),
      field('attachment', 'files'),
      field('lineItems', 'items', { fields: [field('percent', 'discount')] }),
      formula('words', 'text'),
      formula('figure', 'percent'),
      formula('age', 'number', { today: [] }),
      formula('older', 'number', { add: [{ var: 'age' }, 1] }),
    ),
  ).toEqual({
    'quote.name': 'text',
    'quote.amount': 'numeric(20,2)',
    'quote.rank': 'numeric(18,0)',
    'quote.due': 'date',
    'quote.called': 'timestamptz',
    'quote.won': 'boolean',
    'quote.stage': 'text',
    'quote.tags': 'text[]',
    'quote.helper': 'uuid',
    'quote.parent_quote': 'uuid',
    'quote.files': 'uuid[]',
    'quote_items.discount': 'numeric(20,2)',
    'quote.words': 'text',
    'quote.figure': 'numeric(21,3)',
  })
})

const viewIndex = (view: Partial<View>, ...fields: Field[]) => {
  const definition = withFields(...fields)
  const usual = new Set(planIndexes(definition).map(({ name }) => name))
  return planIndexes({ ...definition, views: [aView(view)] })
    .filter(({ name }) => !usual.has(name))
    .map(({ keys }) =>
      keys
        .map(
          ({ column, direction, places }) =>
            `${column}${places ? ` as ${places.join(' ')}` : ''} ${direction}`,
        )
        .join(', '),
    )
}
const options = ['open', 'won', 'lost'].map((key) => ({ key, label }))
const stage = field('choice', 'stage', { options })
const many = field('choice', 'many', {
  options: Array.from({ length: 51 }, (_, number) => ({ key: `option_${number}`, label })),
})
const due = field('date', 'due')
const amount = field('money', 'amount', { currency: 'CNY' })

test.each<[string, Partial<View>, string[]]>([
  ['a sort', { sort: [{ field: 'amount', direction: 'desc' }] }, ['amount desc, id desc']],
  [
    'a filter and a sort',
    {
      filter: { and: [{ eq: [{ var: 'stage' }, 'open'] }, { gt: [{ var: 'amount' }, 5] }] },
      sort: [{ field: 'due', direction: 'asc' }],
    },
    ['stage asc, due asc, id asc'],
  ],
  ['a calendar', { type: 'calendar', start: 'due' }, ['due asc, id asc']],
  [
    'a timeline of records that last',
    { type: 'timeline', start: 'due', end: 'until' },
    ['due asc, id asc', 'until asc'],
  ],
  ['a board', { type: 'board', groupBy: 'stage' }, ['stage asc, updated_at desc, id desc']],
  ['what is mine', { filter: { eq: [{ var: 'owner' }, { var: '$me' }] } }, []],
  [
    'the order of options, by their places',
    {
      sort: [
        { field: 'stage', direction: 'desc' },
        { field: 'amount', direction: 'asc' },
      ],
    },
    ['stage as open won lost desc, amount asc, id asc'],
  ],
  ['more options than an index holds in order', { sort: [{ field: 'many', direction: 'asc' }] }, []],
  ['a column of another form', { sort: [{ field: 'account.name', direction: 'asc' }] }, []],
  ['a text too long for an index', { sort: [{ field: 'essay', direction: 'asc' }] }, []],
  ['two columns compared', { filter: { eq: [{ var: 'due' }, { var: 'amount' }] } }, []],
])('the index of a view serves %s', (_, view, wanted) => {
  expect(
    viewIndex(
      view,
      stage,
      many,
      due,
      field('date', 'until'),
      amount,
      field('text', 'essay', { maxLength: 5000 }),
    ),
  ).toEqual(wanted)
})

test('records that look the same are found by the index of what they are compared by', () => {
  const definition = withFields(field('email', 'email'), field('phone', 'phone'), field('url', 'site'))
  const forms = [{ ...definition.forms[0]!, matchFields: ['email', 'phone', 'site'] }]
  const matched = (all: typeof definition.forms) =>
    planIndexes({ ...definition, forms: all }).flatMap(({ keys, method }) =>
      keys.some(({ column }) => column === '_match') ? [method] : [],
    )
  expect(matched(forms)).toEqual(['gin'])
  expect(matched([{ ...forms[0]!, matching: { rules: [] } }])).toEqual([])
})

test('a name is never longer than 63 bytes and differs when what it names differs', () => {
  const long = 'a'.repeat(60)
  const names = ['one', 'two'].map((identity) => physicalName([long, long], identity))
  expect(names.map((name) => name.length)).toEqual([63, 63])
  expect(new Set(names).size).toBe(2)
  expect(physicalName(['quote', 'amount'], 'one')).toBe(physicalName(['quote', 'amount'], 'one'))
})

const steps = (before: AppDefinition, after: AppDefinition) =>
  planMigration(before, after).steps.map((step) => step.type)

test('SC-02: renaming a label is never a change of tables', () => {
  const before = withFields(field('text', 'name', { unique: true }), amount)
  const renamed = { ...amount, label: { en: 'Sum', zh: '总额' } }
  expect(steps(before, withFields(field('text', 'name', { unique: true, help: label }), renamed))).toEqual([])
})

test('a removed field keeps its column, a calculated one does not need to', () => {
  const calculated = field('formula', 'twice', { resultType: 'number', expression: 1 })
  expect(steps(withFields(amount, calculated), withFields())).toEqual(['parkColumn', 'dropColumn'])
})

test('a field that an earlier revision had comes back with its values', () => {
  expect(steps({ ...withFields(), retired: ['quote.amount'] }, withFields(amount))).toEqual(['restoreColumn'])
  expect(steps(withFields(), withFields(amount))).toEqual(['addColumn'])
  const none = emptyDefinition(label)
  expect(steps({ ...none, retired: ['quote'] }, withFields())[0]).toBe('restoreTable')
})

test('digits only ever grow', () => {
  const scaled = (scale: number) => withFields({ ...amount, scale } as Field)
  expect(steps(scaled(2), scaled(4))).toEqual(['widenColumn'])
  expect(steps(scaled(4), scaled(2))).toEqual([])
})

test('a relation to another form gets another foreign key', () => {
  const to = (form: string): AppDefinition => {
    const forms = [
      aForm('quote', [field('relation', 'target', { form })]),
      aForm('account', []),
      aForm('lead', []),
    ]
    return { ...emptyDefinition(label), forms }
  }
  expect(steps(to('account'), to('lead'))).toEqual(['dropForeignKey', 'addForeignKey'])
})

test('calculations that are new or say something else are to be made for the records that are there', () => {
  const twice = (factor: number) =>
    field('formula', 'twice', { resultType: 'number', expression: { mul: [factor, 2] } })
  const place = { form: 'quote', field: 'twice' }
  expect(planMigration(withFields(), withFields(twice(1))).recalculate).toEqual([place])
  expect(planMigration(withFields(twice(1)), withFields(twice(2))).recalculate).toEqual([place])
  expect(
    planMigration(withFields(twice(1)), withFields({ ...twice(1), label: { en: 'Other' } } as Field))
      .recalculate,
  ).toEqual([])
  expect(planMigration(emptyDefinition(label), withFields(twice(1))).recalculate).toEqual([])
})

test('a violated constraint tells which field it is about', () => {
  const definition = withFields(field('autoNumber', 'number'), field('relation', 'target', { form: 'quote' }))
  const sites = [...constraintSites(definition).values()]
  expect(sites).toContainEqual({ rule: 'unique', form: 'quote', field: 'number' })
  expect(sites).toContainEqual({ rule: 'reference', form: 'quote', field: 'target' })
  const names = planIndexes(definition)
    .filter(({ unique }) => unique)
    .map(({ name }) => name)
  expect(names.every((name) => constraintSites(definition).has(name))).toBe(true)
})
