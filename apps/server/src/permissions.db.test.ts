import { appUnderTest, signedInMember, type TestClient } from '@pipewright/testing'
import { expect, test } from 'vitest'

/** Fields that the role `rep` of the template may not read. */
const secrets = ['cost', 'margin', 'margin_rate']
const cost = '777333.11'

async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const workspace = 'acme'
  const owner = await world.owner()
  const rep = await signedInMember(world, { workspace, roles: ['rep'], name: 'Rep' })
  const params = { workspace, form: 'opportunity' }
  const make = async (values: Record<string, string>, member?: string) => {
    const made = await owner.call('createRecord', { params, body: { values: { cost, ...values } } })
    if (member === undefined) return made
    const body = { version: made.version, values: {}, owner: member }
    return owner.call('updateRecord', { params: { ...params, id: made.id }, body })
  }
  const own = await make({ name: 'Mine', amount: '1000000.00' }, rep.id)
  const foreign = await make({ name: 'Not mine', amount: '5.00' })
  const url = `/api/w/${workspace}/forms/opportunity`
  const post = (browser: TestClient, path: string, body: unknown) =>
    browser.send({ method: 'POST', url: path, body })
  return {
    world,
    workspace,
    owner,
    rep: rep.browser,
    repId: rep.id,
    params,
    own,
    foreign,
    url,
    post,
    [Symbol.asyncDispose]: world.close,
  }
}

test('AZ-03: what a rep may not read is in no answer: app, list, record, history, board, schema, API description', async () => {
  await using at = await setUp()
  const { rep, owner, params, own, workspace, url } = at
  const id = { ...params, id: own.id }
  const answers = await Promise.all([
    rep.send({ method: 'GET', url: `/api/w/${workspace}/app` }),
    rep.send({ method: 'GET', url: `/api/w/${workspace}/openapi.json` }),
    rep.send({ method: 'GET', url: `${url}/schema.json` }),
    rep.send({ method: 'GET', url: `${url}/records/${own.id}` }),
    rep.send({ method: 'GET', url: `${url}/records/${own.id}/history` }),
    at.post(rep, `${url}/query`, {}),
    at.post(rep, `${url}/board`, { field: 'stage' }),
  ])
  for (const answer of answers) {
    expect(answer.statusCode).toBe(200)
    for (const secret of secrets)
      expect(answer.body).not.toMatch(new RegExp(`"${secret}"|cost_total|line_cost`))
    expect(answer.body).not.toContain(cost)
  }
  // The same answers hold the field for those who may read it, so the test looks at the right places.
  expect((await owner.call('getRecord', { params: id })).values['cost']).toBe(cost)
  expect(JSON.stringify(await owner.call('getHistory', { params: id }))).toContain(cost)
  expect(JSON.stringify(await owner.call('getOpenApi', { params: { workspace } }))).toContain('"cost"')
})

test('AZ-03: a rep cannot use a hidden field either, and is told the same as for one that does not exist', async () => {
  await using at = await setUp()
  const { rep, url, workspace } = at
  const report = (field: string) => ({
    definition: {
      key: 'r',
      label: { en: 'R' },
      form: 'opportunity',
      chart: 'table',
      dimensions: [],
      measures: [{ key: 'm', label: { en: 'M' }, function: 'sum', field }],
    },
  })
  const uses: ((field: string) => [string, unknown])[] = [
    (field) => [`${url}/query`, { filter: { gt: [{ var: field }, '1'] } }],
    (field) => [`${url}/query`, { sort: [{ field, direction: 'asc' }] }],
    (field) => [`${url}/query`, { columns: ['name', field] }],
    (field) => [`${url}/count`, { filter: { gt: [{ var: field }, '1'] } }],
    (field) => [`${url}/board`, { field: 'stage', sums: [field] }],
    (field) => [`${url}/board`, { field }],
    (field) => [`${url}/matches`, { values: { [field]: '1' } }],
    (field) => [`${url}/records`, { values: { name: 'X', [field]: '1' } }],
    (field) => [`/api/w/${workspace}/reports/run`, report(field)],
    (field) => [
      `/api/w/${workspace}/reports/run`,
      { report: 'funnel', filter: { gt: [{ var: field }, '1'] } },
    ],
    (field) => [`/api/w/${workspace}/forms/quote/query`, { columns: [`opportunity.${field}`] }],
    (field) => [
      `/api/w/${workspace}/forms/quote/query`,
      { filter: { gt: [{ var: `opportunity.${field}` }, '1'] } },
    ],
    (field) => [
      `/api/w/${workspace}/forms/quote/query`,
      { sort: [{ field: `opportunity.${field}`, direction: 'asc' }] },
    ],
  ]
  const statuses = new Set<number>()
  for (const usage of uses) {
    const ask = async (field: string) => {
      const [path, body] = usage(field)
      const { body: answer, statusCode } = await at.post(rep, path, body)
      statuses.add(statusCode)
      return answer.replace(/"requestId":"[^"]*"/, '').replaceAll(field, '<field>')
    }
    expect(await ask('cost')).toBe(await ask('nowhere'))
  }
  expect(statuses).not.toContain(500)
})

test('AZ-03: a saved report over a hidden field does not exist for a rep', async () => {
  await using at = await setUp()
  const run = (browser: TestClient, report: string) =>
    browser.call('runReport', { params: { workspace: at.workspace }, body: { report } })
  expect((await at.rep.problem(run(at.rep, 'margin_by_industry'))).code).toBe('not-found')
  expect((await at.rep.problem(run(at.rep, 'no_such_report'))).code).toBe('not-found')
  await run(at.owner, 'margin_by_industry')
})

test('AZ-04: rows of others change no list, count, board, search, report or duplicate warning', async () => {
  await using at = await setUp()
  const { rep, params, own, foreign, workspace } = at
  const page = await rep.call('queryRecords', { params, body: {} })
  expect(page.rows.map(({ id }) => id)).toEqual([own.id])
  expect(await rep.call('countRecords', { params, body: {} })).toEqual({ count: 1, exact: true })
  const board = await rep.call('getBoard', { params, body: { field: 'stage', sums: ['amount'] } })
  expect(board.columns.filter(({ count }) => count > 0)).toMatchObject([
    { count: 1, sums: { amount: '1000000.00' } },
  ])
  expect((await rep.call('searchAll', { params: { workspace }, query: { q: 'mine' } })).groups).toMatchObject(
    [{ hits: [{ id: own.id }] }],
  )
  const report = await rep.call('runReport', { params: { workspace }, body: { report: 'funnel' } })
  expect(JSON.stringify(report)).not.toContain('1000005')
  const hidden = { ...params, id: foreign.id }
  const calls = [
    () => rep.call('getRecord', { params: hidden }),
    () => rep.call('getHistory', { params: hidden }),
    () => rep.call('updateRecord', { params: hidden, body: { version: 1, values: { name: 'Taken' } } }),
    () => rep.call('previewConversion', { params: { ...hidden, conversion: 'make_quote' } }),
  ]
  for (const call of calls) expect((await rep.problem(call())).code).toBe('not-found')
})

test('AZ-07: a rep cannot give a record away so that she loses it, nor take one', async () => {
  await using at = await setUp()
  const { rep, params, own, owner } = at
  const people = (await owner.call('getApp', { params: { workspace: at.workspace } })).people
  const other = people.find(({ id }) => id !== at.repId)?.id ?? ''
  const give = rep.call('updateRecord', {
    params: { ...params, id: own.id },
    body: { version: own.version, values: {}, owner: other },
  })
  expect((await rep.problem(give)).code).toBe('not-allowed')
  expect((await owner.call('getRecord', { params: { ...params, id: own.id } })).owner).toBe(at.repId)
})

test('AZ-11: rights that change count with the next request, in every process', async () => {
  await using at = await setUp()
  await using other = await at.world.secondProcess()
  const { rep, params, workspace, repId, owner } = at
  const elsewhere = other.client()
  for (const [name, value] of rep.cookies) elsewhere.cookies.set(name, value)
  const count = (browser: TestClient) => browser.call('countRecords', { params, body: {} })
  await elsewhere.call('getSession')
  expect((await count(elsewhere)).count).toBe(1)
  const north = await owner.call('createDepartment', {
    params: { workspace },
    body: { name: 'North', parent: null, manager: null },
  })
  await owner.call('updateMember', { params: { workspace, id: repId }, body: { department: north.id } })
  await expect
    .poll(async () => (await elsewhere.call('getApp', { params: { workspace } })).member.department, {
      timeout: 5000,
    })
    .toBe(north.id)
  expect((await rep.call('getApp', { params: { workspace } })).member.department).toBe(north.id)
})

test('the app a rep gets says what she may do, and holds no rule of who else may do what', async () => {
  await using at = await setUp()
  const app = await at.rep.call('getApp', { params: { workspace: at.workspace } })
  expect(app.may).toEqual({ build: false, manageMembers: false, admin: false })
  expect(app.rights['opportunity']).toMatchObject({ read: true, delete: false, fields: { name: 'write' } })
  expect(app.rights['opportunity']).not.toHaveProperty('predicates')
  expect(app.definition.roles.every(({ forms }) => forms.length === 0)).toBe(true)
  expect((await at.rep.problem(at.rep.call('getDraft', { params: { workspace: at.workspace } }))).code).toBe(
    'not-allowed',
  )
})

test('a lead becomes an account, a contact and an opportunity in one step', async () => {
  await using at = await setUp()
  const { rep, workspace } = at
  const params = { workspace, form: 'lead' }
  const lead = await rep.call('createRecord', {
    params,
    body: { values: { name: 'Bo', company: 'Northwind', phone: '+44 20 7946 0958' } },
  })
  const conversion = { ...params, id: lead.id, conversion: 'convert' }
  const preview = await rep.call('previewConversion', { params: conversion })
  expect(preview.steps.map(({ form }) => form)).toEqual(
    expect.arrayContaining(['account', 'contact', 'opportunity']),
  )
  const done = await rep.call('convertRecord', {
    params: conversion,
    body: { version: lead.version },
    idempotencyKey: 'k',
  })
  const again = await rep.call('convertRecord', {
    params: conversion,
    body: { version: lead.version },
    idempotencyKey: 'k',
  })
  expect(again).toEqual(done)
  expect(done.record.values['status']).toBe('converted')
})
