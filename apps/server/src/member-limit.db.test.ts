import { aForm, aTextField } from '@pipewright/metadata/builders'
import type { Edit, Field } from '@pipewright/schemas'
import { appUnderTest, signedInMember } from '@pipewright/testing'
import { expect, test } from 'vitest'

const workspace = 'acme'
const at = { params: { workspace } }
const label = { en: 'Approver', zh: '审批人' }
const approver: Field = { type: 'member', key: 'approver', label, limit: { roles: ['manager'] } }
const team: Field = { type: 'members', key: 'team', label, limit: { roles: ['manager'] } }
const form = aForm({ key: 'trip', fields: [aTextField(), approver, team] })

test('only members with a role of the limit can be chosen, and the browser is told who they are', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const boss = await signedInMember(world, { workspace, roles: ['manager'], name: 'Boss' })
  const rep = await signedInMember(world, { workspace, roles: ['rep'], name: 'Rep' })
  const adding: Edit = { type: 'addForm', form, rights: [] }
  const { version } = await owner.call('editDraft', { ...at, body: { version: 0, edits: [adding] } })
  await owner.call('publishDraft', { ...at, body: { version } })
  const create = (values: Record<string, unknown>) =>
    owner.call('createRecord', { params: { workspace, form: 'trip' }, body: { values: values as never } })

  const made = await create({ approver: boss.id, team: [boss.id] })
  expect(made.values).toMatchObject({ approver: boss.id, team: [boss.id] })
  const problem = await owner.problem(create({ approver: rep.id, team: [boss.id, rep.id] }))
  expect(problem.errors?.map(({ pointer, code }) => `${code} ${pointer}`)).toEqual([
    'not-in-limit /values/approver',
    'not-in-limit /values/team/1',
  ])
  expect(problem.errors?.[0]?.message).toMatch(/only .+ can/)

  const { people } = await owner.call('getApp', at)
  expect(people.find(({ id }) => id === boss.id)?.roles).toEqual(['manager'])
  expect(people.find(({ id }) => id === rep.id)?.roles).toBeUndefined()
})
