import { appUnderTest, signedInMember } from '@pipewright/testing'
import { expect, test } from 'vitest'

async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const workspace = 'acme'
  const owner = await world.owner()
  const params = { workspace, form: 'opportunity' }
  const create = async (name: string, stage: string, amount: string, close_date: string) =>
    owner.call('createRecord', { params, body: { values: { name, stage, amount, close_date } } })
  await create('A', 'qualification', '100.10', '2026-01-31')
  await create('B', 'qualification', '200.20', '2026-02-01')
  await create('C', 'proposal', '50.00', '2026-02-28')
  return { world, workspace, owner, params, [Symbol.asyncDispose]: world.close }
}

const amount = [{ field: 'amount', function: 'sum' as const }]

test('records are grouped in the order of the stages, counted and summed exactly, page by page', async () => {
  await using at = await setUp()
  const { owner, params } = at
  const body = { group: { field: 'stage' }, summaries: amount, limit: 1 }
  const first = await owner.call('groupRecords', { params, body })
  expect(first.groups).toMatchObject([{ value: 'qualification', count: 2, figures: ['300.30'] }])
  expect(first.next).toBe(1)
  const second = await owner.call('groupRecords', { params, body: { ...body, skip: 1 } })
  expect(second).toMatchObject({ groups: [{ value: 'proposal', count: 1 }], next: null })
  const filter = first.groups[0]?.filter ?? false
  const { rows } = await owner.call('queryRecords', { params, body: { filter } })
  expect(rows.map(({ title }) => title).toSorted()).toEqual(['A', 'B'])
})

test('days are grouped by their period, inside a group by its filter, and last first where that is asked for', async () => {
  await using at = await setUp()
  const { owner, params } = at
  const { groups } = await owner.call('groupRecords', {
    params,
    body: {
      filter: { eq: [{ var: 'stage' }, 'qualification'] },
      group: { field: 'close_date', bucket: 'month', direction: 'desc' },
    },
  })
  expect(groups.map(({ value, count }) => [value, count])).toEqual([
    ['2026-02-01', 1],
    ['2026-01-01', 1],
  ])
})

test('without a field all records are one group', async () => {
  await using at = await setUp()
  const { owner, params } = at
  const { groups } = await owner.call('groupRecords', {
    params,
    body: { summaries: [...amount, { field: 'close_date', function: 'max' as const }] },
  })
  expect(groups).toEqual([
    { value: null, title: null, count: 3, figures: ['350.30', '2026-02-28'], filter: true },
  ])
})

test('AZ-05: a field that may not be read is neither grouped by nor summed up, and rows of others do not count', async () => {
  await using at = await setUp()
  const { world, workspace, params } = at
  const { browser: rep } = await signedInMember(world, { workspace, roles: ['rep'] })
  const { groups } = await rep.call('groupRecords', { params, body: { group: { field: 'stage' } } })
  expect(groups).toEqual([])
  const answers = await Promise.all(
    [
      { group: { field: 'cost' } },
      { group: { field: 'none' } },
      { summaries: [{ field: 'cost', function: 'sum' }] },
      { summaries: [{ field: 'none', function: 'sum' }] },
    ].map((body) => rep.send({ method: 'POST', url: `/api/w/${workspace}/forms/opportunity/groups`, body })),
  )
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([422, 422, 422, 422])
  const text = (position: number) => answers[position]?.json<{ errors: unknown }>().errors
  expect([text(0), text(2)]).toEqual([text(1), text(3)])
  const gone = await rep.send({
    method: 'POST',
    url: `/api/w/${workspace}/forms/nothing/groups`,
    body: {},
  })
  expect(gone.statusCode).toBe(404)
})
