import { appUnderTest, signedInMember, type TestClient } from '@pipewright/testing'
import { expect, test } from 'vitest'

const workspace = 'acme'
const params = { workspace, form: 'opportunity' }

test('what a member folds in a view is kept for him alone, part by part', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const { browser: rep } = await signedInMember(world, { workspace, roles: ['rep'] })
  const { browser: other } = await signedInMember(world, { workspace, roles: ['rep'] })
  const app = await rep.call('getApp', { params })
  const board = app.definition.views.find(({ form, type }) => form === 'opportunity' && type === 'board')
  const view = board?.key ?? ''
  const saved = await rep.call('createView', {
    params,
    body: { name: 'Mine', settings: { type: 'table', columns: ['name'] } },
  })
  const fold = (value: string, more: object = {}, by: TestClient = rep, of = view) =>
    by.call('foldInView', { params: { ...params, view: of }, body: { value, folded: true, ...more } })
  const folded = async (by: TestClient = rep) => (await by.call('listViews', { params })).folded

  expect(await folded()).toEqual({})
  await Promise.all(['won', 'lost', ''].map((value) => fold(value)))
  await fold('won')
  await fold('north', { lanes: 'stage' })
  await fold('won', {}, rep, saved.id)
  const { [view]: columns, ...rest } = await folded()
  expect(columns?.toSorted()).toEqual(['', 'lost', 'won'])
  expect(rest).toEqual({ [`${view}.lanes.stage`]: ['north'], [saved.id]: ['won'] })
  await fold('won', { folded: false })
  expect((await folded())[view]?.toSorted()).toEqual(['', 'lost'])
  expect(await folded(other)).toEqual({})
  const arrange = { params, body: { order: [view] } }
  await rep.call('arrangeViews', arrange)
  expect(Object.keys(await folded())).toHaveLength(3)
})

test('nothing is kept of a view or a field that is none of the form', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const status = async (view: string, body: object, form = 'opportunity') =>
    (
      await owner.problem(
        owner.call('foldInView', {
          params: { workspace, form, view },
          body: { value: 'x', folded: true, ...body },
        }),
      )
    ).status
  const { views } = (await owner.call('getApp', { params })).definition
  const key = views.find(({ form }) => form === 'opportunity')?.key ?? ''
  expect(await status('nothing', {})).toBe(404)
  expect(await status(crypto.randomUUID(), {})).toBe(404)
  expect(await status(key, {}, 'lead')).toBe(404)
  expect(await status(key, { lanes: 'nothing' })).toBe(400)
  expect((await owner.call('listViews', { params })).folded).toEqual({})
})
