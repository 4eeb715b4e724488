import type { Import, Problem } from '@pipewright/contract'
import { makeKey } from '@pipewright/metadata'
import type { Edit, Field, Form } from '@pipewright/schemas'
import { appUnderTest, type TestClient } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settled, upload } from './resources/imports/testing/upload.ts'

const workspace = 'acme'
const at = { params: { workspace } }

const oddLabels = [
  '一二三四五六七八九十'.repeat(10),
  '🤝🏽 交易',
  '🤝🏽',
  'select * from "account"; drop table account; --',
  'ORDER',
  'order by',
  'שם הלקוח',
  'اسم العميل',
  '\u202Eevil\u202C',
  '金额1',
  '金额１',
  'Ａmount',
  'Amount',
  'amount',
  'O\'Brien \\ "quoted" %s {{x}} ${y}',
  '<script>alert(1)</script>',
  '=1+1',
  'id',
  'constructor',
  '__proto__',
]

const taken = new Set<string>()
const fields = oddLabels.map((label): Field => {
  const key = makeKey(label, taken)
  taken.add(key)
  return { type: 'text', key, label: { en: label } }
})
const [first] = fields
if (first === undefined) throw new Error('no labels')

const form: Form = {
  key: 'odd',
  label: { en: oddLabels[0] ?? '' },
  labelPlural: { en: oddLabels[3] ?? '' },
  titleField: first.key,
  fields: [...fields] as Form['fields'],
  layout: { sections: [{ key: 'all', columns: 1, items: fields.map(({ key }) => ({ field: key })) }] },
}
const ofForm = { params: { workspace, form: form.key } }

let owner: TestClient
let close: () => Promise<void>
beforeAll(async () => {
  const world = await appUnderTest({ prepared: 'workspace' })
  owner = await world.owner()
  close = world.close
  const adding: Edit = { type: 'addForm', form, rights: [] }
  const { version } = await owner.call('editDraft', { ...at, body: { version: 0, edits: [adding] } })
  await owner.call('publishDraft', { ...at, body: { version } })
})
afterAll(() => close())

const valuesOf = (mark: string) =>
  Object.fromEntries(fields.map(({ key, label }) => [key, `${mark} of ${label.en}`]))

test('fields of any name are written, filtered, sorted and read', async () => {
  const values = valuesOf('value')
  await owner.call('createRecord', { ...ofForm, body: { values } })
  for (const { key } of fields) {
    const filter = { eq: [{ var: key }, values[key] ?? ''] }
    const body = { columns: [key], filter, sort: [{ field: key, direction: 'asc' as const }] }
    const { rows } = await owner.call('queryRecords', { ...ofForm, body })
    expect(rows.map((row) => row.values[key])).toEqual([values[key]])
  }
})

test('a table exported with such names comes back into the same fields', async () => {
  const values = valuesOf('travelling')
  await owner.call('createRecord', { ...ofForm, body: { values } })
  const filter = { eq: [{ var: first.key }, values[first.key] ?? ''] }
  const columns = fields.map(({ key }) => key).toReversed()
  const { rawPayload } = await owner.send({
    method: 'POST',
    url: `/api/w/${workspace}/forms/${form.key}/export`,
    body: { format: 'csv', columns, filter },
  })
  const url = `/api/w/${workspace}/forms/${form.key}/imports`
  const table = Buffer.from(rawPayload.toString().replaceAll('travelling', 'returned'))
  const { body: job } = await upload<Import & Problem>(owner, url, 'odd.csv', table)
  expect(job.mapping.map(({ field }) => field)).toEqual(columns)
  const one = { params: { workspace, id: job.id } }
  await owner.call('checkImport', { ...one, body: { mapping: job.mapping } })
  expect(await settled(owner, workspace, job.id)).toMatchObject({ bad: 0 })
  await owner.call('commitImport', { ...one, body: { skipBad: false } })
  expect(await settled(owner, workspace, job.id)).toMatchObject({ state: 'done', problems: [] })
  const back = { eq: [{ var: first.key }, valuesOf('returned')[first.key] ?? ''] }
  const { rows } = await owner.call('queryRecords', { ...ofForm, body: { columns, filter: back } })
  expect(rows.map((row) => row.values)).toEqual([valuesOf('returned')])
})
