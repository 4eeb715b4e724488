import { appUnderTest } from '@pipewright/testing'
import type { Edit, Field } from '@pipewright/schemas'
import { expect, test } from 'vitest'

const label = (en: string) => ({ en })
const fields: Field[] = [
  {
    type: 'formula',
    key: 'namesakes',
    label: label('Namesakes'),
    expression: { countIfs: [{ column: 'account.name' }, { var: 'name' }] },
    resultType: 'number',
    scale: 0,
  },
  {
    type: 'lookup',
    key: 'first_of_name',
    label: label('First of that name'),
    find: {
      form: 'account',
      field: 'name',
      where: [{ field: 'name', operator: 'eq', value: { var: 'name' } }],
    },
    resultType: 'text',
  },
]
const list = {
  form: 'account',
  where: [{ field: 'name', operator: 'eq' as const, value: { var: 'name' } }],
  columns: ['name'],
}
const edits: Edit[] = [
  ...fields.map((field, index): Edit => ({
    type: 'addField',
    form: 'account',
    field,
    section: 'basics',
    index,
    write: [],
    read: [],
  })),
  { type: 'setSection', form: 'account', section: 'basics', list },
]

test('what looks through other forms is published, answered while somebody types, and filtered', async () => {
  const world = await appUnderTest({ prepared: 'workspace' })
  try {
    const owner = await world.owner()
    const params = { workspace: 'acme' }
    const edited = await owner.call('editDraft', { params, body: { version: 0, edits } })
    await owner.call('publishDraft', { params, body: { version: edited.version } })
    const { definition } = await owner.call('getApp', { params })
    const account = definition.forms.find(({ key }) => key === 'account')
    expect(account?.layout.sections.find(({ key }) => key === 'basics')?.list).toEqual(list)
    const at = { ...params, form: 'account' }
    const first = await owner.call('createRecord', { params: at, body: { values: { name: 'Twin' } } })
    await owner.call('createRecord', { params: at, body: { values: { name: 'Twin' } } })
    const typed = await owner.call('calculateDraft', { params: at, body: { values: { name: 'Twin' } } })
    expect(typed.values).toMatchObject({ namesakes: '2', first_of_name: 'Twin' })
    const other = { id: first.id, values: { name: 'Alone' } }
    const alone = await owner.call('calculateDraft', { params: at, body: other })
    expect(alone.values).toMatchObject({ namesakes: '0', first_of_name: null })
    const found = await owner.call('queryRecords', {
      params: at,
      body: { filter: { eq: [{ var: 'namesakes' }, 2] }, sort: [{ field: 'namesakes', direction: 'desc' }] },
    })
    expect(found.rows.map(({ values }) => values['namesakes'])).toEqual(['2', '2'])
    const wrong: Edit = {
      type: 'setSection',
      form: 'account',
      section: 'basics',
      list: { ...list, where: [{ field: 'none', operator: 'isEmpty' }] },
    }
    const problem = await owner.problem(
      owner.call('editDraft', { params, body: { version: 0, edits: [wrong] } }),
    )
    expect(problem.status).toBeGreaterThanOrEqual(400)
  } finally {
    await world.close()
  }
})
