import { compileApp, prepareWrite, RelatedRows, type CompiledFormRights } from '@pipewright/compiler'
import type { FormRights, Values } from '@pipewright/contract'
import { indexDefinition, valueFields } from '@pipewright/metadata'
import {
  aFormulaField,
  aLineItemsField,
  aNumberField,
  aRollupField,
  aTextField,
} from '@pipewright/metadata/builders'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Expression, RollupField, Rule, RuleEffect } from '@pipewright/schemas'
import { aDefinition, aForm } from '../../testing/sample-app.ts'
import { createFormEngine } from './create-form-engine.ts'

const v = (name: string) => ({ var: name })
const parts = aLineItemsField({
  key: 'parts',
  maxRows: 3,
  fields: [
    aTextField({ key: 'what', required: true }),
    aNumberField({ key: 'pieces', scale: 0 }),
    aTextField({ key: 'note' }),
    aNumberField({ key: 'day', scale: 0, default: v('$parent.quantity') }),
    aFormulaField({ key: 'all', expression: { mul: [v('pieces'), v('$parent.more'), v('$record.rate')] } }),
    aFormulaField({ key: 'rest', expression: { sub: [v('$parent.sum'), v('all')] } }),
    aFormulaField({ key: 'below', expression: { sub: [v('rest'), v('$parent.least')] } }),
  ],
})
/** Over the rows inside a row. */
const overParts = (key: string, changes: Partial<RollupField>) =>
  aRollupField({
    key,
    form: 'deal',
    ...({ relation: undefined } as object),
    lineItems: 'items.parts',
    scale: 2,
    ...changes,
  })
const items = aLineItemsField({
  key: 'items',
  fields: [
    aNumberField({ key: 'quantity', scale: 0 }),
    aTextField({ key: 'note' }),
    aFormulaField({ key: 'rests', expression: { sum: [v('parts.rest')] } }),
    aFormulaField({ key: 'more', expression: { add: [v('quantity'), 1] } }),
    parts,
    aFormulaField({ key: 'sum', expression: { sum: [v('parts.all')] } }),
    aFormulaField({ key: 'twice', expression: { mul: [v('summed'), 2] } }),
    overParts('summed', { function: 'sum', field: 'below' }),
    overParts('filled', { function: 'count', scale: 0, filter: { gt: [v('pieces'), 3] } }),
    overParts('whats', { function: 'list', field: 'what', resultType: 'text' }),
    overParts('most', {
      function: 'first',
      field: 'what',
      resultType: 'text',
      orderBy: { field: 'pieces', direction: 'desc' },
    }),
    overParts('least', { function: 'min', field: 'pieces' }),
    overParts('mean', { function: 'avg', field: 'pieces' }),
  ],
})
const rule = (key: string, rows: string, when: Expression, effects: RuleEffect[]): Rule => ({
  key,
  label: { en: key },
  rows,
  when,
  effects,
})
const note = (type: 'warn' | 'refuse', text: string): RuleEffect => ({
  type,
  field: 'items.parts.what',
  message: { en: text },
})
const rules = [
  rule('more_inside', 'items.parts', { gt: [v('pieces'), v('$parent.quantity')] }, [
    { type: 'require', fields: ['items.parts.note'] },
    { type: 'set', field: 'items.parts.day', value: { add: [v('$parent.quantity'), v('$record.rate')] } },
    note('warn', 'more than around'),
  ]),
  rule('nothing_around', 'items', { eq: [v('quantity'), '0'] }, [
    { type: 'hide', fields: ['items.parts.what'] },
    { type: 'set', field: 'items.note', value: { concat: ['days ', { sum: [v('parts.day')] }] } },
  ]),
  rule('seven', 'items.parts', { eq: [v('pieces'), '7'] }, [note('refuse', 'not seven')]),
]
const sheet = aForm([
  aTextField(),
  aNumberField({ key: 'rate', scale: 0 }),
  items,
  aFormulaField({ key: 'total', expression: { sum: [v('items.rests')] } }),
  aRollupField({
    key: 'counted',
    form: 'deal',
    ...({ relation: undefined } as object),
    lineItems: 'items.parts',
    function: 'sum',
    field: 'rest',
  }),
  aRollupField({
    key: 'over_sums',
    form: 'deal',
    ...({ relation: undefined } as object),
    lineItems: 'items',
    function: 'max',
    field: 'summed',
    filter: { gt: [v('filled'), 0] },
  }),
  aFormulaField({ key: 'days', expression: { sum: [v('items.parts.day')] } }),
])
const form = { ...sheet, rules }
const paths = form.fields.flatMap((field) => [
  field.key,
  ...(field.type === 'lineItems'
    ? field.fields.flatMap((column) => [
        `items.${column.key}`,
        ...(column.type === 'lineItems' ? valueFields(column).map(({ key }) => `items.parts.${key}`) : []),
      ])
    : []),
])
const calculated =
  /(^|\.)(all|rest|rests|more|sum|total|days|counted|below|twice|summed|filled|whats|most|least|mean|over_sums)$/
const rights: FormRights = {
  create: true,
  read: true,
  update: true,
  delete: true,
  purge: true,
  import: true,
  export: true,
  fields: Object.fromEntries(paths.map((path) => [path, calculated.test(path) ? 'read' : 'write'])),
}

const number = fc.option(fc.nat(9).map(String), { nil: null })
const text = fc.constantFrom('a', 'b', null)
const part = fc.record({ what: text, pieces: number, note: text })
const records = fc.record({
  name: fc.constant('x'),
  rate: number,
  items: fc.array(fc.record({ quantity: number, parts: fc.array(part, { maxLength: 3 }) }), { maxLength: 3 }),
})
const context = { now: '2026-11-21T08:00:00.000Z', today: '2026-11-21', zone: 'UTC' }
const system = {
  id: '01900000-0000-7000-8000-000000000008',
  owner: null,
  department: null,
  version: 1,
  created_at: context.now,
  created_by: null,
  updated_at: context.now,
  updated_by: null,
  deleted_at: null,
  locked_by: null,
  stage_since: null,
}

/** Without what is empty, which the browser leaves out. */
const filled = (values: object): object =>
  JSON.parse(JSON.stringify(values, (_, value: unknown) => (value === null ? undefined : value))) as object

test('browser and server calculate and judge rows inside rows alike', () => {
  const definition = aDefinition(form)
  const app = compileApp(definition, 1)
  const compiled = app.form('deal')
  const writer = { roles: [], device: 'desktop' as const }
  const engine = createFormEngine({
    index: indexDefinition(definition),
    form,
    rights,
    locale: 'en',
    context,
    writer,
    related: { find: () => null },
  })
  if (engine === null || compiled === undefined) throw new Error('no form')
  fc.assert(
    fc.property(records, (values) => {
      const derived = engine.derive(values as unknown as Values, null)
      const problems = engine.check(derived, null).map(({ pointer, code }) => `${code} ${pointer}`)
      const server = prepareWrite(
        {
          app,
          form: compiled,
          rights: { ...rights, predicates: {} } as unknown as CompiledFormRights,
          locale: 'en',
          writer,
          context,
          related: new RelatedRows(),
        },
        { values, system, old: null, predicate: true },
      )
      const found =
        server.kind === 'invalid' ? server.errors.map(({ pointer, code }) => `${code} ${pointer}`) : []
      expect(problems.toSorted()).toEqual(found.toSorted())
      const stored = server.kind === 'ready' ? server.record.values : {}
      expect(filled(derived.values)).toMatchObject(filled(stored))
    }),
    { numRuns: 150 },
  )
})
