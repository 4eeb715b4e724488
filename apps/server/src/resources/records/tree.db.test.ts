import type { Client } from '@pipewright/contract'
import { appUnderTest, query, signedInMember } from '@pipewright/testing'
import { expect, test } from 'vitest'
import { params, unitForms, workspace } from './testing/units.ts'

async function unitWorld() {
  const app = await appUnderTest({ prepared: 'workspace' })
  const owner = await app.owner()
  const units = await unitForms(owner)
  const rep = (await signedInMember(app, { workspace, roles: ['rep'] })).browser
  const finance = (await signedInMember(app, { workspace, roles: ['finance'] })).browser
  return { app, owner, rep, finance, ...units, [Symbol.asyncDispose]: app.close }
}

test('levels of a tree are read one by one and page by page, in order, with how many lie under each', async () => {
  await using at = await unitWorld()
  const { owner, create, level, told } = at
  const top = await create(owner, 'Group')
  const other = await create(owner, 'Other')
  const east = await create(owner, 'East', top)
  await create(owner, 'West', top)
  await create(owner, 'Deep', east)
  expect(await told(owner)).toEqual(['Group 2', 'Other 0'])
  expect(await told(owner, { under: top })).toEqual(['East 1', 'West 0'])
  expect(await told(owner, { under: other })).toEqual([])
  const first = await level(owner, { under: top, limit: 1 })
  expect(first.rows.map(({ title }) => title)).toEqual(['East'])
  expect(await told(owner, { under: top, limit: 1, after: first.next ?? '' })).toEqual(['West 0'])
})

test('what a search finds on any level, and what a filter leaves without its parent, is told with what lies above', async () => {
  await using at = await unitWorld()
  const { owner, create, level, told } = at
  const top = await create(owner, 'Group')
  const east = await create(owner, 'East', top)
  const deep = await create(owner, 'Deep valley', east, 'b')
  const deeper = await create(owner, 'Deep shaft', deep, 'b')
  const found = await level(owner, { search: 'Deep' })
  expect(found.rows.map(({ id }) => id)).toEqual([deeper, deep])
  expect(found.paths[deeper]?.map(({ title }) => title)).toEqual(['Group', 'East', 'Deep valley'])
  expect(found.children).toEqual({ [deep]: { count: 1, exact: true } })
  const filter = { eq: [{ var: 'kind' }, 'b'] }
  const left = await level(owner, { filter })
  expect(left.rows.map(({ id }) => id)).toEqual([deep])
  expect(left.paths[deep]?.map(({ title }) => title)).toEqual(['Group', 'East'])
  expect(await told(owner, { filter, under: deep })).toEqual(['Deep shaft 0'])
  expect(await told(owner, { filter: { eq: [{ var: 'kind' }, 'a'] } })).toEqual(['Group 1'])
})

test('AZ-05: what a reader may not see is in no level, no count and no path; what lies under it stands on top', async () => {
  await using at = await unitWorld()
  const { owner, rep, create, level, told } = at
  const hidden = await create(owner, 'Hidden')
  const mine = await create(rep, 'Mine')
  const { version } = await rep.call('getRecord', { params: { ...params, id: mine } })
  await owner.call('updateRecord', {
    params: { ...params, id: mine },
    body: { version, values: { above: hidden } },
  })
  await create(owner, 'Hidden below', mine)
  const below = await create(rep, 'Mine below', mine)
  expect(await told(owner)).toEqual(['Hidden 1'])
  expect(await told(rep)).toEqual(['Mine 1'])
  expect(await told(rep, { under: mine })).toEqual(['Mine below 0'])
  // Like one that does not exist.
  expect(await level(rep, { under: hidden })).toEqual(
    await level(rep, { under: '018f0000-0000-7000-8000-000000000000' }),
  )
  const found = await level(rep, { search: 'Mine below' })
  expect(found.paths).toEqual({ [below]: [{ id: mine, title: 'Mine' }] })
  await owner.call('deleteRecord', {
    params: { ...params, id: mine },
    query: { version: String(version + 1) },
  })
  expect(await told(rep)).toEqual(['Mine below 0'])
})

test('AZ-05: a relation that is masked answers like one that is not there, in levels, searches and circles', async () => {
  await using at = await unitWorld()
  const { owner, finance, create } = at
  await create(owner, 'Below', await create(owner, 'Group'))
  const ask = (url: string, body: object) =>
    finance.send({ method: 'POST', url: `/api/w/${workspace}/forms/unit/${url}`, body })
  const asked = (parent: string) =>
    Promise.all([
      ask('tree', { parent }),
      ask('tree', { parent, search: 'Below' }),
      ask('tree', { parent, search: 'nothing at all' }),
      ask('tree/circles', { parent }),
    ])
  const masked = await asked('above')
  const missing = await asked('nowhere')
  expect(masked.map(({ statusCode }) => statusCode)).toEqual([422, 422, 422, 422])
  const errors = (answers: typeof masked) =>
    answers.map((answer) => answer.json<{ errors: unknown }>().errors)
  expect(errors(masked)).toEqual(errors(missing))
  // Neither does another kind of field stand for it.
  expect((await asked('name')).map(({ statusCode }) => statusCode)).toEqual([422, 422, 422, 422])
})

test('circles in old data hang nothing: they stand in no level and are told by themselves, as far as they are seen whole', async () => {
  await using at = await unitWorld()
  const { app, owner, rep, create, level, told } = at
  const one = await create(rep, 'One')
  const two = await create(rep, 'Two', one)
  const three = await create(rep, 'Three', two)
  const alone = await create(rep, 'Alone')
  await create(rep, 'Below', two)
  const hidden = await create(owner, 'Hidden')
  const half = await create(rep, 'Half')
  const point = (id: string, above: string) =>
    query(app.databaseUrl, `update ws_acme.unit set above = $2 where id = $1`, [id, above])
  await point(one, three)
  await point(alone, alone)
  await point(hidden, half)
  await point(half, hidden)
  expect(await told(owner)).toEqual([])
  expect(await told(rep)).toEqual(['Half 0'])
  const circles = async (by: Client) => {
    const body = { parent: 'above', columns: ['name'], sort: [{ field: 'name', direction: 'asc' as const }] }
    return by.call('queryCircles', { params, body })
  }
  const names = async (by: Client) => (await circles(by)).rows.map(({ title }) => title)
  expect(await names(owner)).toEqual(['Alone', 'Half', 'Hidden', 'One', 'Three', 'Two'])
  expect(await names(rep)).toEqual(['Alone', 'One', 'Three', 'Two'])
  expect((await circles(rep)).children[two]).toEqual({ count: 2, exact: true })
  const { paths } = await level(rep, { search: 'Below' })
  expect(Object.values(paths).map((path) => path.map(({ title }) => title))).toEqual([
    ['Three', 'One', 'Two'],
  ])
})
