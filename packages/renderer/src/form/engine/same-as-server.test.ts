import {
  compileApp,
  prepareWrite,
  RelatedRows,
  type CompiledFormRights,
  type Prepared,
} from '@pipewright/compiler'
import type { FieldProblem, Values } from '@pipewright/contract'
import { indexDefinition } from '@pipewright/metadata'
import type { Expression, Field, Rule, RuleEffect } from '@pipewright/schemas'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aDefinition, aForm, aTextField, fullRights, stageField } from '../../testing/sample-app.ts'
import { createFormEngine } from './create-form-engine.ts'

const label = { en: 'x', zh: 'x' }
const items: Field = {
  type: 'lineItems',
  key: 'items',
  label,
  fields: [
    { type: 'number', key: 'quantity', label, scale: 0 },
    { type: 'text', key: 'note', label },
    { type: 'choice', key: 'unit', label, options: ['piece', 'box'].map((key) => ({ key, label })) },
  ],
}
const fields = [aTextField(), aTextField({ key: 'reason' }), stageField, items]
const layout = {
  sections: [
    { key: 'main', columns: 1 as const, items: [{ field: 'name' }, { field: 'stage' }] },
    { key: 'more', columns: 1 as const, items: [{ field: 'reason' }, { field: 'items' }] },
  ],
}

const stages = fc.constantFrom('open', 'won', 'lost')
const facts = fc.constantFrom<Expression>(
  { hasAny: [{ var: '$roles' }, ['rep']] },
  { eq: [{ var: '$device' }, 'phone'] },
  { ne: [{ var: '$device' }, 'phone'] },
  { eq: [{ var: '$isNew' }, true] },
)
const asked = fc.oneof(
  facts,
  stages.map((stage): Expression => ({ eq: [{ var: 'stage' }, stage] })),
  stages.map((stage): Expression => ({ eq: [{ var: '$old.stage' }, stage] })),
  fc.constant<Expression>({ notEmpty: [{ var: 'reason' }] }),
)
const inRow = fc.oneof(
  facts,
  fc.integer({ min: 0, max: 3 }).map((size): Expression => ({ gt: [{ var: 'quantity' }, size] })),
  stages.map((stage): Expression => ({ eq: [{ var: '$record.stage' }, stage] })),
  fc.constant<Expression>({ isEmpty: [{ var: 'note' }] }),
)

const acts = (paths: fc.Arbitrary<string[]>) =>
  fc
    .tuple(fc.constantFrom('require', 'show', 'hide', 'lock'), paths)
    .map(([type, list]) => ({ type, fields: list }) as RuleEffect)
const message = label
const effects = fc.oneof(
  acts(
    fc.uniqueArray(fc.constantFrom('name', 'reason', 'stage', 'items', 'items.note'), {
      minLength: 1,
      maxLength: 2,
    }),
  ),
  fc.constantFrom<RuleEffect>(
    { type: 'hide', sections: ['more'] },
    { type: 'require', sections: ['main'] },
    { type: 'set', field: 'reason', value: { var: 'name' } },
    { type: 'set', field: 'stage', value: 'won' },
    { type: 'limit', field: 'stage', options: ['open', 'won'] },
    { type: 'limit', field: 'stage', where: { ne: [{ var: '$option' }, { var: '$old.stage' }] } },
    { type: 'warn', field: 'reason', message },
    { type: 'refuse', message },
  ),
)
const rowEffects = fc.oneof(
  acts(
    fc.uniqueArray(fc.constantFrom('items.note', 'items.unit', 'items.quantity'), {
      minLength: 1,
      maxLength: 2,
    }),
  ),
  fc.constantFrom<RuleEffect>(
    { type: 'set', field: 'items.note', value: { var: 'unit' } },
    { type: 'limit', field: 'items.unit', options: ['box'] },
    { type: 'warn', field: 'items.note', message },
    { type: 'refuse', field: 'items.quantity', message },
  ),
)
const rule = fc.oneof(
  fc.record({ when: asked, effects: fc.array(effects, { minLength: 1, maxLength: 3 }) }),
  fc.record({
    when: inRow,
    effects: fc.array(rowEffects, { minLength: 1, maxLength: 3 }),
    rows: fc.constant('items'),
  }),
)
const rules = fc
  .array(rule, { maxLength: 5 })
  .map((list) => list.map((one, at): Rule => ({ key: `r${at}`, label, ...one })))

const text = fc.constantFrom(null, 'a', 'b')
const row = fc.record({
  quantity: fc.constantFrom(null, '1', '4'),
  note: text,
  unit: fc.constantFrom(null, 'piece', 'box'),
})
const id = (at: number) => `01900000-0000-7000-8000-00000000000${at}`
const record = fc
  .record({
    name: text,
    reason: text,
    stage: fc.option(stages, { nil: null }),
    items: fc.array(row, { maxLength: 3 }),
  })
  .map(
    (values) => ({ ...values, items: values.items.map((each, at) => ({ id: id(at), ...each })) }) as Values,
  )
const writer = fc.record({
  roles: fc.subarray(['rep', 'boss']),
  device: fc.constantFrom('phone' as const, 'desktop' as const),
})

const context = { now: '2026-11-21T08:00:00.000Z', today: '2026-11-21', zone: 'UTC', me: id(9) }
const system = {
  id: id(8),
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

const told = (found: readonly Pick<FieldProblem, 'pointer' | 'code'>[]) =>
  [...new Set(found.map(({ pointer, code }) => `${code}@${pointer}`))].sort()

const written = (values: Values, warnings: Parameters<typeof told>[0]) => ({
  problems: [],
  warnings: told(warnings),
  reason: values['reason'] ?? null,
  stage: values['stage'] ?? null,
  notes: ((values['items'] ?? []) as Values[]).map((each) => each['note'] ?? null),
})

function meant(server: Prepared) {
  if (server.kind === 'invalid') return { problems: told(server.errors) }
  if (server.kind !== 'ready') return { problems: [server.kind] }
  return written(server.record.values as Values, server.record.warnings)
}

test('browser and server come to the same from the same rules', () => {
  fc.assert(
    fc.property(rules, record, record, writer, (list, before, after, by) => {
      const form = aForm(fields, { rules: list, layout })
      const definition = aDefinition(form)
      const rights = fullRights(form)
      const engine = createFormEngine({
        index: indexDefinition(definition),
        form,
        rights,
        locale: 'en',
        context,
        writer: by,
        related: { find: () => null },
      })
      const app = compileApp(definition, 1)
      const compiled = app.form('deal')
      if (engine === null || compiled === undefined) throw new Error('no form')
      // Rows that were not there before are new.
      const sent = {
        ...after,
        items: (after['items'] as Values[]).map((each, at) => sentRow(each, at, before)),
      }
      const derived = engine.derive({ ...before, ...sent }, before)
      const server: Prepared = prepareWrite(
        {
          app,
          form: compiled,
          rights: { ...rights, predicates: {} } as unknown as CompiledFormRights,
          locale: 'en',
          writer: by,
          context,
          related: new RelatedRows(),
        },
        {
          values: sent,
          system,
          old: { system, values: before as never },
          predicate: true,
        },
      )
      const problems = told(engine.check(derived, before))
      const seen = problems.length > 0 ? { problems } : written(derived.values, derived.warnings)
      expect(seen).toEqual(meant(server))
    }),
    { numRuns: 300 },
  )
}, 60_000)

function sentRow(each: Values, at: number, before: Values): Values {
  const { id: own, ...rest } = each
  return at < (before['items'] as Values[]).length ? ({ id: own, ...rest } as Values) : rest
}
