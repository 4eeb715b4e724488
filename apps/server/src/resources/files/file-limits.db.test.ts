import type { FileInfo } from '@pipewright/contract'
import { appUnderTest } from '@pipewright/testing'
import type { Edit, Field, Form } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { upload } from '../imports/testing/upload.ts'

const workspace = 'acme'
const label = { en: 'Visit', zh: '拜访' }
const fields: Field[] = [
  { type: 'attachment', key: 'photos', label, display: 'images', maxFiles: 2, maxBytes: 1024 },
  { type: 'attachment', key: 'signed', label, display: 'signature', required: true },
]
const visit: Form = {
  key: 'visit',
  label,
  labelPlural: label,
  titleField: 'id_text',
  fields: [{ type: 'text', key: 'id_text', label }, ...fields],
  layout: {
    sections: [
      { key: 'all', columns: 1, items: ['id_text', 'photos', 'signed'].map((field) => ({ field })) },
    ],
  },
}
const png = (bytes: number) => Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(bytes, 7)])

test('an image field takes pictures of its size and number, a signature one picture, and the server holds them to it', async () => {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const at = { params: { workspace } }
  const adding: Edit = { type: 'addForm', form: visit, rights: [] }
  const { version } = await owner.call('editDraft', { ...at, body: { version: 0, edits: [adding] } })
  await owner.call('publishDraft', { ...at, body: { version } })
  const send = async (name: string, content: string | Uint8Array) =>
    (await upload<FileInfo>(owner, `/api/w/${workspace}/files`, name, content)).body.id
  const make = (values: Record<string, string[]>) =>
    owner.call('createRecord', { params: { workspace, form: 'visit' }, body: { values } })
  const codes = async (values: Record<string, string[]>) =>
    (await owner.problem(make(values))).errors?.map(({ pointer, code }) => `${pointer} ${code}`)
  const signed = [await send('signature.png', png(10))]
  expect(await codes({ photos: [await send('a.txt', 'text')], signed })).toEqual([
    '/values/photos/0 file-kind',
  ])
  expect(await codes({ photos: [await send('a.png', png(2000))], signed })).toEqual([
    '/values/photos/0 file-too-large',
  ])
  const three = await Promise.all(['a.png', 'b.png', 'c.png'].map((name) => send(name, png(10))))
  expect(await codes({ photos: three, signed })).toEqual(['/values/photos too-many'])
  expect(await codes({ photos: [], signed: three.slice(0, 2) })).toEqual(['/values/signed too-many'])
  expect(await codes({ photos: three.slice(0, 2) })).toEqual(['/values/signed required'])
  const made = await make({ photos: three.slice(0, 2), signed })
  expect(made.values).toMatchObject({ photos: three.slice(0, 2), signed })
  await world.close()
})
