import { appUnderTest, type TestClient } from '@pipewright/testing'
import type { Edit, Expression, Field, Form } from '@pipewright/schemas'
import { afterAll, beforeAll, expect, test } from 'vitest'

const workspace = 'acme'
const label = { en: 'Story', zh: '故事' }
const fields: Field[] = [
  { type: 'text', key: 'title', label },
  { type: 'richText', key: 'notes', label },
  {
    type: 'formula',
    key: 'length',
    label,
    resultType: 'number',
    scale: 0,
    expression: { len: [{ var: 'notes' }] },
  },
]
const story: Form = {
  key: 'story',
  label,
  labelPlural: label,
  titleField: 'title',
  searchFields: ['notes'],
  fields,
  layout: { sections: [{ key: 'all', columns: 1, items: fields.map(({ key }) => ({ field: key })) }] },
}

let owner: TestClient
let close: () => Promise<void>
beforeAll(async () => {
  const world = await appUnderTest({ prepared: 'workspace' })
  close = world.close
  owner = await world.owner()
  const at = { params: { workspace } }
  const adding: Edit = { type: 'addForm', form: story, rights: [] }
  const { version } = await owner.call('editDraft', { ...at, body: { version: 0, edits: [adding] } })
  await owner.call('publishDraft', { ...at, body: { version } })
})
afterAll(() => close())

const params = { workspace, form: 'story' }
const make = (title: string, notes: string | null) =>
  owner.call('createRecord', { params, body: { values: { title, notes } } })
const found = async (request: { filter?: Expression; search?: string }) => {
  const { rows } = await owner.call('queryRecords', { params, body: { ...request, columns: ['title'] } })
  return new Set(rows.map((row) => row.values['title']))
}

test('IN-12: rich text is cleaned before it is kept, and its plain text is what filters, search and formulas see', async () => {
  const nasty =
    '<h1 onclick="x()">Big <b>de</b>al</h1><script>alert(1)</script><a href="javascript:x()">R&amp;D</a>'
  const one = await make('one', nasty)
  expect(one.values['notes']).toBe('<h1>Big <strong>de</strong>al</h1><p>R&amp;D</p>')
  expect(one.values['length']).toBe('12')
  await make('two', '<p> </p>')
  await make('three', '5 < 6\nstrong')
  const where = (operator: string, ...operands: Expression[]) =>
    found({ filter: { [operator]: [{ var: 'notes' }, ...operands] } })
  expect(await where('contains', 'Big deal\nR&D')).toEqual(new Set(['one']))
  expect(await where('contains', 'strong')).toEqual(new Set(['three']))
  expect(await where('startsWith', '5 < 6')).toEqual(new Set(['three']))
  expect(await where('eq', '5 < 6\nstrong')).toEqual(new Set(['three']))
  expect(await where('isEmpty')).toEqual(new Set(['two']))
  expect(await found({ search: 'deal r&d' })).toEqual(new Set(['one']))
  expect(await found({ search: 'strong' })).toEqual(new Set(['three']))
  expect(await found({ search: 'h1' })).toEqual(new Set([]))
})

test('a table holds its plain text, and a tag in a cell is text', async () => {
  await make('cell', '<p>a <b>b</b></p><ul><li>c &lt;i&gt;</li></ul>')
  const url = `/api/w/${workspace}/forms/story/export`
  const body = { format: 'csv', columns: ['notes'], filter: { eq: [{ var: 'title' }, 'cell'] } }
  expect((await owner.send({ method: 'POST', url, body })).body).toContain('"a b\nc <i>"')
})

test('more than a megabyte is refused, and so is what is no text', async () => {
  const problem = await owner.problem(make('long', `<p>${'x'.repeat(1_000_001)}</p>`))
  expect(problem.errors).toMatchObject([{ pointer: '/values/notes', code: 'too-long' }])
  expect((await owner.problem(make('odd', 5 as never))).errors?.[0]?.code).toBe('wrong-type')
})
