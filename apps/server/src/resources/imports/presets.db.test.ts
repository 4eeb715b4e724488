import { appUnderTest, signedInMember } from '@pipewright/testing'
import { expect, test } from 'vitest'

const workspace = 'acme'
const params = { workspace, form: 'opportunity' }
const writes = { mode: 'both', by: ['name'], empty: 'keep' } as const
const body = {
  name: ' ERP export ',
  columns: [
    { name: 'Deal', field: 'name' },
    { name: 'Cost', field: 'cost', decimal: ',' as const },
    { name: 'Remarks', field: null },
  ],
  writes: { ...writes, by: ['name'] },
}

test('a match is kept under a name, replaced under the same one and dropped by whoever keeps it', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  await owner.call('saveImportPreset', { params, body })
  const changed = { ...body, name: 'ERP export', columns: [{ name: 'Deal', field: 'name' }] }
  const { presets } = await owner.call('saveImportPreset', { params, body: changed })
  expect(presets).toMatchObject([{ name: 'ERP export', columns: [{ name: 'Deal', field: 'name' }], writes }])
  const id = presets[0]?.id ?? ''
  const rep = await signedInMember(world, { workspace, roles: ['rep'] })
  const problem = await rep.browser.problem(
    rep.browser.call('deleteImportPreset', { params: { workspace, id } }),
  )
  expect(problem.status).toBe(404)
  await owner.call('deleteImportPreset', { params: { workspace, id } })
  expect(await owner.call('listImportPresets', { params })).toEqual({ presets: [] })
})

test('a match of somebody else is offered without what its reader may not read', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  await owner.call('saveImportPreset', { params, body })
  const rep = await signedInMember(world, { workspace, roles: ['rep'] })
  const { presets } = await rep.browser.call('listImportPresets', { params })
  expect(presets[0]?.columns).toEqual([
    { name: 'Deal', field: 'name' },
    { name: 'Cost', field: null },
    { name: 'Remarks', field: null },
  ])
  const hidden = { workspace, form: 'product' }
  const refused = await rep.browser.problem(rep.browser.call('listImportPresets', { params: hidden }))
  expect(refused.status).toBe(403)
})
