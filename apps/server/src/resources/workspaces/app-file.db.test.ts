import { appUnderTest, memberIdOf, ownerPerson, signedInMember, type TestClient } from '@pipewright/testing'
import type { AppDefinition, Edit } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { specimenApp, workspace } from '../../testing/specimen.ts'

const place = { sample: false, locale: 'en', zone: 'UTC' } as const

const fileOf = async (browser: TestClient, key: string): Promise<string> => {
  const answer = await browser.send({ method: 'GET', url: `/api/w/${key}/app-file` })
  expect(answer.statusCode).toBe(200)
  return answer.body
}

/** Begins with the file in an empty installation, and answers the file of what came of it. */
async function carried(file: string): Promise<string> {
  await using other = await appUnderTest()
  const owner = await other.owner()
  const app = JSON.parse(file) as AppDefinition
  const { key } = await owner.call('createWorkspace', {
    body: { ...place, name: 'Copy', template: null, app },
  })
  return fileOf(owner, key)
}

test('SC-12: an app of every template comes back from an empty installation as the same bytes', async () => {
  await using world = await appUnderTest()
  const owner = await world.owner()
  const { templates } = await owner.call('listTemplates', {})
  expect(templates.length).toBeGreaterThan(0)
  for (const { key: template } of templates) {
    const { key } = await owner.call('createWorkspace', { body: { ...place, name: template, template } })
    const file = await fileOf(owner, key)
    expect(await carried(file)).toBe(file)
  }
})

test('SC-12: so does one with every type of field and every kind of document, rules and what was removed', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const bob = await signedInMember(world, { workspace, roles: ['rep'], name: 'Bob' })
  await specimenApp(owner, [await memberIdOf(world, workspace, ownerPerson.email), bob.id])
  const params = { workspace }
  const put = async (...edits: Edit[]) => {
    const { version } = await owner.call('getDraft', { params })
    await owner.call('editDraft', { params, body: { version, edits } })
    const { token } = await owner.call('getImpact', { params })
    await owner.call('publishDraft', { params, body: { version: version + 1, token } })
  }
  const label = { en: 'Gone', zh: '已移除' }
  await put({
    type: 'addField',
    form: 'account',
    field: { type: 'text', key: 'gone', label },
    section: 'basics',
    index: 0,
    write: [],
    read: [],
  })
  await put({ type: 'removeField', form: 'account', field: 'gone' })
  const rule = { key: 'r', label, when: true, effects: [{ type: 'warn' as const, message: label }] }
  await put(
    { type: 'putRule', form: 'account', rule: rule as never },
    { type: 'putOptionSet', optionSet: { key: 'colours', label, options: [{ key: 'red', label }] } },
  )
  const file = await fileOf(owner, workspace)
  const app = JSON.parse(file) as AppDefinition
  const empty = Object.entries(app).filter(
    ([, documents]) => Array.isArray(documents) && documents.length === 0,
  )
  expect(empty).toEqual([])
  expect(app.retired).toContain('account.gone')
  expect(await carried(file)).toBe(file)
})

test('SC-12: a file that does not hold together is refused with its places, and nothing is made; others than builders get none', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const app = JSON.parse(await fileOf(owner, workspace)) as AppDefinition
  const broken = { ...app, forms: app.forms.slice(1) }
  const make = (file: AppDefinition) =>
    owner.problem(
      owner.call('createWorkspace', { body: { ...place, name: 'Broken', template: null, app: file } }),
    )
  const problem = await make(broken)
  expect(problem).toMatchObject({ status: 422, code: 'invalid' })
  expect(problem.errors?.[0]?.pointer).toMatch(/^\/app\//)
  expect((await make({} as AppDefinition)).status).toBe(422)
  expect((await owner.call('getSession', {})).workspaces.map(({ key }) => key)).toEqual([workspace])
  const rep = await signedInMember(world, { workspace, roles: ['rep'] })
  const answer = await rep.browser.send({ method: 'GET', url: `/api/w/${workspace}/app-file` })
  expect(answer.statusCode).toBe(403)
})
