import { appUnderTest } from '@pipewright/testing'
import type { Edit, Expression, Field, RollupField } from '@pipewright/schemas'
import { afterAll, beforeAll, expect, test } from 'vitest'

const params = { workspace: 'acme' }
const label = { en: 'Extra', zh: '附加' }

const adding = (form: string, section: string, field: Field): Edit => ({
  type: 'addField',
  form,
  field,
  section,
  index: 0,
  write: [],
  read: [],
})

const formula = (expression: Expression): Field => ({
  type: 'formula',
  key: 'extra',
  label,
  expression,
  resultType: 'number',
  scale: 2,
})

let world: Awaited<ReturnType<typeof start>>
async function start() {
  const app = await appUnderTest({ prepared: 'workspace' })
  return { app, owner: await app.owner() }
}
beforeAll(async () => {
  world = await start()
})
afterAll(() => world.app.close())

interface Answer {
  readonly status: number
  readonly code: string
  readonly errors?: readonly { readonly pointer: string; readonly message: string }[]
}

/** Sends edits as they are, well formed or not, and tells whether the draft is untouched. */
async function send(edits: readonly unknown[]): Promise<Answer> {
  const { version } = await world.owner.call('getDraft', { params })
  const answer = await world.owner.send({
    method: 'POST',
    url: '/api/w/acme/draft/edits',
    body: { version, edits },
  })
  expect((await world.owner.call('getDraft', { params })).changes).toEqual([])
  return { status: answer.statusCode, ...answer.json<Omit<Answer, 'status'>>() }
}

const nested = (levels: number): Expression => {
  let deep: Expression = 1
  for (let level = 0; level < levels; level += 1) deep = { neg: [deep] }
  return deep
}

const expressionAt = /^\/edits\/0\/forms\/\d+\/fields\/\d+\/expression/

test.each<[string, Expression, RegExp, RegExp]>([
  ['text in a calculation', { mul: [{ var: 'name' }, 2] }, /\/mul\/0$/, /name.*number/i],
  ['an unknown field', { var: 'nowhere' }, /\/var$/, /nowhere/],
  ['an unknown operator', { launch: [1] }, /expression$/, /launch/],
  ['a text as a number', { concat: ['a', 'b'] }, /expression$/, /number/],
  ['a pattern where the database answers', { regexMatch: [{ var: 'name' }, 'a'] }, /expression/, /./],
  [
    'a pattern that explodes',
    { if: [{ regexMatch: ['a', '((((a{100}){100}){100}){100})'] }, 1, 2] },
    /\/1$/,
    /./,
  ],
  ['more levels than can be calculated', nested(60), /neg/, /50/],
  ['the name of a prototype', { var: 'name.constructor' }, /var$/, /constructor/],
])('a formula with %s is refused at the very place', async (_name, expression, place, words) => {
  const { status, code, errors = [] } = await send([adding('account', 'basics', formula(expression))])
  expect([status, code]).toEqual([422, 'edit-refused'])
  expect(errors.length).toBeGreaterThan(0)
  expect(errors[0]?.pointer).toMatch(expressionAt)
  expect(errors[0]?.pointer).toMatch(place)
  expect(errors[0]?.message).toMatch(words)
})

test.each([
  ['20,000 levels', `${'{"neg":['.repeat(20_000)}1${']}'.repeat(20_000)}`],
  ['__proto__ as an operator', '{"__proto__":[1]}'],
  ['a missing bracket', '{"add":[1,2}'],
])('%s are refused before anybody walks over them', async (_name, expression) => {
  const edit = JSON.stringify(adding('account', 'basics', formula('HERE'))).replace('"HERE"', expression)
  const answer = await world.owner.send({
    method: 'POST',
    url: '/api/w/acme/draft/edits',
    body: `{"version":0,"edits":[${edit}]}`,
    headers: { 'content-type': 'application/json' },
  })
  expect(answer.statusCode).toBe(400)
  expect(answer.json<{ code: string }>().code).toBe('bad-request')
})

test('a rule whose condition cannot be asked is refused, and so is a value that its field cannot take', async () => {
  const rule = (when: Expression, value: Expression) => ({
    type: 'putRule',
    form: 'account',
    rule: { key: 'odd', label, when, effects: [{ type: 'set', field: 'name', value }] },
  })
  const condition = await send([rule({ gt: [{ var: 'name' }, 5] }, 'x')])
  expect(condition.errors?.[0]?.pointer).toMatch(/\/rules\/\d+\/when\/gt/)
  const value = await send([rule(true, { add: [1, 2] })])
  expect(value.errors?.[0]?.pointer).toMatch(/\/rules\/\d+\/effects\/0\/value$/)
})

test('a circle over three forms is named with the fields along the way', async () => {
  const number = { resultType: 'number', scale: 2, label } as const
  const sum: RollupField = {
    ...number,
    type: 'rollup',
    key: 'round_a',
    form: 'quote',
    relation: 'account',
    function: 'sum',
    field: 'round_c',
  }
  const b: Field = { ...number, type: 'formula', key: 'round_b', expression: { var: 'account.round_a' } }
  const c: Field = { ...number, type: 'formula', key: 'round_c', expression: { var: 'opportunity.round_b' } }
  const circle = await send([
    adding('account', 'basics', { ...sum, field: 'total' }),
    adding('opportunity', 'deal', b),
    adding('quote', 'customer', c),
    { type: 'setField', form: 'account', field: sum },
  ])
  expect(circle.errors?.map(({ message }) => message).join(' ')).toMatch(/Extra → .*Extra → .*Extra/)
})

test('a draft that came to hold a wrong formula is shown with what is wrong, and not published', async () => {
  const { owner, app } = world
  const edits = [adding('account', 'basics', formula({ add: [1, 2] }))]
  await owner.call('editDraft', { params, body: { version: 0, edits } })
  await app.database.query({
    text: `update ws_acme._draft set definition = replace(definition::text, '{"add": [1, 2]}', '{"add": ["x", {"var": "name"}]}')::jsonb`,
    values: [],
  })
  const impact = await owner.call('getImpact', { params })
  expect(impact).toMatchObject({ blocked: true })
  expect(impact.problems[0]?.pointer).toMatch(/\/expression\/add\/0$/)
  expect(impact.problems[0]?.text.zh).toMatch(/\p{Script=Han}/u)
  const refused = await owner.problem(owner.call('publishDraft', { params, body: { version: 1 } }))
  expect(refused).toMatchObject({ status: 422, code: 'publish-blocked' })
  expect(refused.errors?.[0]?.pointer).toMatch(/\/expression\/add\/0$/)
  expect((await owner.call('listRevisions', { params })).revisions).toHaveLength(1)
})
