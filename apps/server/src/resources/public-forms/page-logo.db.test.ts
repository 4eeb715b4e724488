import { deleteUnusedPictures, workspaceRef } from '@pipewright/db'
import type { BodyOf, Routes } from '@pipewright/contract'
import type { PublicForm } from '@pipewright/schemas'
import { appUnderTest } from '@pipewright/testing'
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { upload } from '../imports/testing/upload.ts'

const workspace = 'acme'
const params = { workspace }
const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(2_000, 7)])
const page: PublicForm = {
  key: 'contact_us',
  label: { en: 'Contact us' },
  fields: [{ field: 'name' }],
  answerLink: 'view',
}
type Saved = NonNullable<BodyOf<Routes['createWorkspace']>['app']>
const far = '2100-01-01T00:00:00.000Z'

async function setUpLogo() {
  const world = await appUnderTest({ prepared: 'workspace', limits: { publicFillMs: 0 } })
  const owner = await world.owner()
  const stranger = world.client()
  const bring = async (name: string, part = 'files/pictures') =>
    (await upload<{ id: string }>(owner, `/api/w/${workspace}/${part}`, name, png)).body.id
  const put = async (logo: string | undefined) => {
    const publicForm = { ...page, ...(logo === undefined ? {} : { logo }) }
    const { version } = await owner.call('getDraft', { params })
    const edits = [{ type: 'putPublicForm' as const, form: 'lead', publicForm }]
    const draft = await owner.call('editDraft', { params, body: { version, edits } })
    await owner.call('publishDraft', { params, body: { version: draft.version } })
  }
  await put(undefined)
  const { path = '' } = await owner.call('putPublicLink', {
    params: { ...params, form: 'lead', page: page.key },
  })
  const open = (at = path) => {
    const [, , key = '', token = ''] = at.split('/')
    const body = { device: randomBytes(18).toString('base64url'), locale: 'en' as const }
    return stranger.call('openPublicForm', { params: { workspace: key, token }, body })
  }
  const send = async () => {
    const { ticket } = await open()
    const body = { ticket, values: { name: 'Erika' }, locale: 'en' }
    const sent = await stranger.send({ method: 'POST', url: `/api${path}/answers`, body })
    return sent.json<{ answerLink: string }>()
  }
  const get = async (url: string) => (await stranger.send({ method: 'GET', url })).statusCode
  const logoAt = (id: string) => get(`/api${path}/logo/${id}`)
  return { world, owner, bring, put, open, send, get, logoAt, [Symbol.asyncDispose]: world.close }
}

test('FI-01: a stranger fetches the logo of the page by its link alone, and no other file', async () => {
  await using on = await setUpLogo()
  const [logo, other, file] = [
    await on.bring('logo.png'),
    await on.bring('cellar.png'),
    await on.bring('a.png', 'files'),
  ]
  await on.put(logo)
  expect((await on.open()).look.logo).toBe(logo)
  expect(await on.logoAt(logo)).toBe(200)
  for (const id of [other, file, crypto.randomUUID()]) expect(await on.logoAt(id)).toBe(404)
  const guessed = randomBytes(32).toString('base64url')
  expect(await on.get(`/api/p/${workspace}/${guessed}/logo/${logo}`)).toBe(404)

  const { answerLink } = await on.send()
  expect(await on.get(`/api${answerLink}/logo/${logo}`)).toBe(200)
  expect(await on.get(`/api${answerLink}/logo/${other}`)).toBe(404)

  // It stands above the words that say why a page takes no answers, too.
  const names = { ...params, form: 'lead', page: page.key }
  await on.owner.call('changePublicLink', { params: names, body: { open: false } })
  expect(await on.open()).toMatchObject({ state: 'paused', look: { logo } })
  expect(await on.logoAt(logo)).toBe(200)

  await on.put(file)
  expect(await on.logoAt(file)).toBe(404)
})

test('a logo stays while a revision names it, and goes when none ever did', async () => {
  await using on = await setUpLogo()
  const [logo, unused] = [await on.bring('logo.png'), await on.bring('unused.png')]
  await on.put(logo)
  await on.put(undefined)
  expect(await on.logoAt(logo)).toBe(404)
  expect(await deleteUnusedPictures(on.world.database, workspaceRef(workspace), far)).toBe(1)
  const kept = async (id: string) =>
    (await on.owner.send({ method: 'GET', url: `/api/w/${workspace}/files/${id}` })).statusCode
  expect([await kept(logo), await kept(unused)]).toEqual([200, 404])
})

test('a logo goes along in the file of the app; a file without it makes the page without a logo', async () => {
  await using on = await setUpLogo()
  const logo = await on.bring('logo.png')
  await on.put(logo)
  const file = await on.owner.send({ method: 'GET', url: `/api/w/${workspace}/app-file` })
  const { pictures, ...bare } = file.json<Saved & Required<Pick<Saved, 'pictures'>>>()
  expect(pictures.map(({ id }) => id)).toEqual([logo])
  const carry = async (app: Saved) => {
    const body = { name: 'Copy', template: null, app, sample: false, locale: 'en' as const, zone: 'UTC' }
    const { key } = await on.owner.call('createWorkspace', { body })
    const names = { workspace: key, form: 'lead', page: page.key }
    const { path = '' } = await on.owner.call('putPublicLink', { params: names })
    const { state, look } = await on.open(path)
    return [state, look.logo, await on.get(`/api${path}/logo/${logo}`)]
  }
  expect(await carry({ ...bare, pictures })).toEqual(['open', logo, 200])
  expect(await carry(bare)).toEqual(['open', undefined, 404])
})
