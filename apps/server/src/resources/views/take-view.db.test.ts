import type { Edit } from '@pipewright/schemas'
import { appUnderTest, signedInMember } from '@pipewright/testing'
import { expect, test } from 'vitest'

const params = { workspace: 'acme' }

test('a builder takes a shared view into the app by his draft; members find it, and the copy goes only by right', async () => {
  const world = await appUnderTest({ prepared: 'workspace' })
  try {
    const owner = await world.owner()
    const rep = await signedInMember(world, { ...params, roles: ['rep'] })
    const settings = { type: 'table' as const, columns: ['name', 'amount'] }
    const view = await rep.browser.call('createView', {
      params: { ...params, form: 'opportunity' },
      body: { name: 'Ours', settings, sharing: { with: 'everybody', roles: [], departments: [] } },
    })
    const draft = await owner.call('getDraft', { params })
    const [role] = draft.definition.roles.filter(({ key }) => key === 'rep')
    const edits: Edit[] = [
      {
        type: 'putView',
        view: { ...view.settings, key: 'ours', form: 'opportunity', label: { en: 'Ours', zh: 'Ours' } },
      },
      ...(role === undefined ? [] : [{ type: 'putRole' as const, role: { ...role, opens: ['ours'] } }]),
    ]
    const asRep = rep.browser.call('editDraft', { params, body: { version: 0, edits } })
    expect((await rep.browser.problem(asRep)).code).toBe('not-allowed')
    const { version } = await owner.call('editDraft', { params, body: { version: draft.version, edits } })
    const before = await rep.browser.call('getApp', { params })
    expect(before.definition.views.map(({ key }) => key)).not.toContain('ours')
    const { token } = await owner.call('getImpact', { params })
    await owner.call('publishDraft', { params, body: { version, token } })
    const after = await rep.browser.call('getApp', { params })
    expect(after.definition.views.map(({ key }) => key)).toContain('ours')
    const found = () => rep.browser.call('listViews', { params: { ...params, form: 'opportunity' } })
    expect((await found()).opens.role).toBe('ours')
    expect((await found()).views.map(({ id }) => id)).toEqual([view.id])
    const colleague = await signedInMember(world, { ...params, roles: ['rep'] })
    const byOther = colleague.browser.call('deleteView', { params: { ...params, id: view.id } })
    expect((await colleague.browser.problem(byOther)).code).toBe('not-allowed')
    await owner.call('deleteView', { params: { ...params, id: view.id } })
    expect((await found()).views).toEqual([])
  } finally {
    await world.close()
  }
})
