import { appUnderTest } from '@pipewright/testing'
import type { Edit, Field, Form } from '@pipewright/schemas'
import { afterAll, beforeAll, expect, test } from 'vitest'

const workspace = 'acme'
const params = { workspace }
const label = (en: string) => ({ en, zh: `${en}（中）` })

const items: Field = {
  type: 'lineItems',
  key: 'lines',
  label: label('Lines'),
  minRows: 2,
  uniqueness: [{ key: 'once', fields: ['product', 'lot'] }],
  fields: [
    { type: 'text', key: 'product', label: label('Product') },
    { type: 'text', key: 'lot', label: label('Lot') },
  ],
}
const order: Form = {
  key: 'parcel',
  label: label('Parcel'),
  labelPlural: label('Parcels'),
  titleField: 'title',
  fields: [{ type: 'text', key: 'title', label: label('Title') }, items],
  layout: { sections: [{ key: 'all', columns: 1, items: [{ field: 'title' }, { field: 'lines' }] }] },
}

let world: Awaited<ReturnType<typeof start>>
async function start() {
  const app = await appUnderTest({ prepared: 'workspace' })
  const owner = await app.owner()
  const edit = async (...edits: Edit[]) => {
    const { version } = await owner.call('getDraft', { params })
    return owner.call('editDraft', { params, body: { version, edits } })
  }
  await edit({ type: 'addForm', form: order, rights: [] })
  const { version } = await owner.call('getDraft', { params })
  await owner.call('publishDraft', { params, body: { version } })
  return { app, owner, edit }
}
beforeAll(async () => {
  world = await start()
})
afterAll(() => world.app.close())

const form = { workspace, form: 'parcel' }
const pen = { product: 'Pen', lot: 'a' }
const create = (lines: (typeof pen)[]) =>
  world.owner.call('createRecord', { params: form, body: { values: { title: 'x', lines } } })

test('a row that repeats another is refused at its place, in any spelling, on create and on update', async () => {
  const { owner } = world
  const again = { product: 'ＰEN', lot: 'A' }
  const created = await owner.problem(create([pen, { ...pen, lot: 'b' }, again]))
  expect(created).toMatchObject({ status: 422, code: 'invalid' })
  expect(created.errors).toEqual([
    expect.objectContaining({
      pointer: '/values/lines/2/product',
      code: 'row-repeats-together',
      message: 'Row 1 has the same Product + Lot.',
    }),
    expect.objectContaining({ pointer: '/values/lines/2/lot' }),
  ])

  const kept = await create([pen, { ...pen, lot: 'b' }])
  const at = { ...form, id: kept.id }
  const lines = kept.values['lines'] as readonly Record<string, string>[]
  const put = (rows: readonly Record<string, string>[]) =>
    owner.call('updateRecord', {
      params: at,
      body: {
        version: kept.version,
        values: { lines: rows.map(({ id = '', ...row }) => ({ ...(id && { id }), ...row })) },
      },
    })
  const changed = await owner.problem(put([...lines, { product: 'pen', lot: 'b' }]))
  expect(changed.errors?.[0]).toMatchObject({ pointer: '/values/lines/2/product', params: { row: 2 } })
  // Both values change places in one go.
  const swapped = lines.map((row, position) => ({ ...row, lot: position === 0 ? 'b' : 'a' }))
  expect((await put(swapped)).values['lines']).toMatchObject([{ lot: 'b' }, { lot: 'a' }])
})

test('fewer rows than are asked for are refused, none are not', async () => {
  expect((await world.owner.problem(create([pen]))).errors).toMatchObject([
    { pointer: '/values/lines', code: 'too-few' },
  ])
  expect((await create([])).values['lines']).toEqual([])
})

test('a column that the rows are held to cannot be removed, and one that holds no plain value cannot be named', async () => {
  const { owner, edit } = world
  const removed = await owner.problem(
    edit({ type: 'removeField', form: 'parcel', lineItems: 'lines', field: 'lot' }),
  )
  expect(removed.code).toBe('edit-refused')
  const wrong = { ...items, uniqueness: [{ key: 'once', fields: ['nothing'] }] } as Field
  const refused = await owner.problem(edit({ type: 'setField', form: 'parcel', field: wrong }))
  expect(refused.errors?.[0]?.pointer).toMatch(/\/uniqueness\/0\/fields\/0$/)
})
