import { appUnderTest, memberIdOf, ownerPerson, signedInMember, type TestClient } from '@pipewright/testing'
import type { AppDefinition, Edit } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { specimenApp, workspace } from '../../testing/specimen.ts'
import { upload } from '../imports/testing/upload.ts'

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
  // Awaited here: the installation is gone as soon as this returns.
  return await fileOf(owner, key)
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

const png = (size: number) =>
  Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(size, 7)])

type Saved = AppDefinition & { readonly pictures: { id: string; name: string; content: string }[] }

/** The file of an app whose layouts show pictures, the further layout as well. */
async function illustrated(sizes: readonly number[]): Promise<{ file: string; content: Buffer[] }> {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const params = { workspace }
  const content = sizes.map(png)
  const edits: Edit[] = []
  for (const [n, bytes] of content.entries()) {
    const { body } = await upload<{ id: string }>(
      owner,
      `/api/w/${workspace}/files/pictures`,
      `${n}.png`,
      bytes,
    )
    const item = { element: { type: 'image' as const, key: `picture_${n}`, file: body.id } }
    edits.push({ type: 'addElement', form: 'account', section: 'basics', index: 0, item })
  }
  const logo = await upload<{ id: string }>(owner, `/api/w/${workspace}/files/pictures`, 'logo.png', png(20))
  edits.push({
    type: 'putPublicForm',
    form: 'account',
    publicForm: { key: 'page', label: { en: 'Page' }, fields: [{ field: 'name' }], logo: logo.body.id },
  })
  // Brought and never shown.
  await upload(owner, `/api/w/${workspace}/files/pictures`, 'unused.png', png(10))
  const { version } = await owner.call('editDraft', { params, body: { version: 0, edits } })
  await owner.call('publishDraft', { params, body: { version } })
  return { file: await fileOf(owner, workspace), content }
}

test('SC-12: the pictures of its layouts go along with an app, and the same file comes back', async () => {
  const { file, content } = await illustrated([300_000, 10])
  const { pictures } = JSON.parse(file) as Saved
  expect(pictures.map(({ name }) => name).toSorted()).toEqual(['0.png', '1.png', 'logo.png'])
  await using other = await appUnderTest()
  const owner = await other.owner()
  const app = JSON.parse(file) as Saved
  const { key } = await owner.call('createWorkspace', {
    body: { ...place, name: 'Copy', template: null, app },
  })
  for (const { id, name } of pictures) {
    const answer = await owner.send({ method: 'GET', url: `/api/w/${key}/files/${id}` })
    expect(answer.headers['content-type']).toBe('image/png')
    expect(answer.rawPayload).toEqual(name === 'logo.png' ? png(20) : content[Number(name[0])])
  }
  expect(await fileOf(owner, key)).toBe(file)
})

test('SC-12: a file whose pictures are none, too large or shown nowhere is refused, and nothing is made', async () => {
  const { file } = await illustrated([10])
  const saved = JSON.parse(file) as Saved
  const picture = saved.pictures.find(({ name }) => name === '0.png')
  if (picture === undefined) throw new Error('the file has a picture')
  await using other = await appUnderTest({ limits: { fileBytes: 1000 } })
  const owner = await other.owner()
  const make = (...pictures: Partial<Saved['pictures'][number]>[]) =>
    owner.problem(
      owner.call('createWorkspace', {
        body: {
          ...place,
          name: 'Bad',
          template: null,
          app: { ...saved, pictures: pictures.map((one) => ({ ...picture, ...one })) },
        },
      }),
    )
  const text = Buffer.from('<script>alert(1)</script>').toString('base64')
  expect((await make({ content: text })).code).toBe('file-unreadable')
  expect((await make({ name: 'page.html', content: text })).code).toBe('unsupported-type')
  expect((await make({ name: 'doc.pdf', content: Buffer.from('%PDF-1').toString('base64') })).code).toBe(
    'unsupported-type',
  )
  expect((await make({ content: '' })).code).toBe('file-unreadable')
  expect((await make({ content: png(2000).toString('base64') })).code).toBe('pictures-too-large')
  expect((await make({ content: 'not base64!' })).errors).toMatchObject([
    { pointer: '/app/pictures/0/content' },
  ])
  expect((await make({ id: '00000000-0000-7000-8000-000000000001' })).errors).toMatchObject([
    { pointer: '/app/pictures/0/id' },
  ])
  expect((await make({}, {})).errors).toMatchObject([{ pointer: '/app/pictures/1/id' }])
  expect((await owner.call('getSession', {})).workspaces).toEqual([])
})
