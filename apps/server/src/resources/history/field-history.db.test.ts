import { appUnderTest, signedInMember } from '@pipewright/testing'
import { expect, test } from 'vitest'

const changed = 51

test('the history of a field has only its changes, page by page, and tells nothing to who may not read it', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' }).then((made) => ({
    ...made,
    [Symbol.asyncDispose]: made.close,
  }))
  const owner = await world.owner()
  const rep = await signedInMember(world, { workspace: 'acme', roles: ['rep'], name: 'Rep' })
  const params = { workspace: 'acme', form: 'opportunity' }
  const made = await owner.call('createRecord', { params, body: { values: { name: 'Mine', cost: '1.00' } } })
  const one = { ...params, id: made.id }
  let { version } = await owner.call('updateRecord', {
    params: one,
    body: { version: made.version, values: { name: 'Hers' }, owner: rep.id },
  })
  for (let nth = 2; nth <= changed; nth += 1) {
    const body = { version, values: { cost: `${nth}.00` } }
    version = (await owner.call('updateRecord', { params: one, body })).version
  }
  const of = (field: string, { call } = owner, after?: string) =>
    call('getHistory', { params: one, query: { field, ...(after === undefined ? {} : { after }) } })

  const names = await of('name')
  expect(names.events.map(({ changes }) => changes)).toEqual([
    [{ field: 'name', old: 'Mine', new: 'Hers' }],
    [{ field: 'name', old: null, new: 'Mine' }],
  ])
  expect(names.next).toBeNull()
  const first = await of('cost')
  const last = await of('cost', owner, first.next ?? '')
  const costs = [...first.events, ...last.events].map(({ changes }) => changes.map((change) => change.new))
  expect(costs).toEqual(Array.from({ length: changed }, (_, nth) => [`${changed - nth}.00`]))
  expect(last.next).toBeNull()

  expect((await of('name', rep.browser)).events).toHaveLength(2)
  const nothing = { events: [], titles: {}, next: null }
  expect(await of('cost', rep.browser)).toEqual(nothing)
  expect(await of('none_such')).toEqual(nothing)
})
