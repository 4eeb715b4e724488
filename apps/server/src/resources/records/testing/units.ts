import type { Client, TreeQuery } from '@pipewright/contract'
import type { Edit, Field, Form } from '@pipewright/schemas'

export const workspace = 'acme'
export const params = { workspace, form: 'unit' }
const named = (key: string, zh: string) => ({ key, label: { en: key, zh } })

const fields: Field[] = [
  { type: 'text', ...named('name', '名称') },
  { type: 'text', ...named('kind', '类别') },
  { type: 'relation', ...named('above', '上级'), form: 'unit', onDelete: 'clear' },
]

const unit: Form = {
  ...named('unit', '单位'),
  labelPlural: { en: 'units', zh: '单位' },
  titleField: 'name',
  searchFields: ['name'],
  fields,
  layout: { sections: [{ key: 'all', columns: 1, items: fields.map(({ key }) => ({ field: key })) }] },
}

const right = (type: 'own' | 'all', read: string[], write: string[]) => ({
  form: 'unit',
  actions: ['create' as const, 'read' as const, 'update' as const, 'delete' as const],
  scope: { type },
  read,
  write,
})

/** A form of units that lie under one another, seen by its owner, by reps their own, and by finance without what lies above. */
export async function unitForms(owner: Client) {
  const draft = { params: { workspace } }
  const publish = async (...edits: Edit[]) => {
    const { version } = await owner.call('getDraft', draft)
    const edited = await owner.call('editDraft', { ...draft, body: { version, edits } })
    const { token } = await owner.call('getImpact', draft)
    await owner.call('publishDraft', { ...draft, body: { version: edited.version, token } })
  }
  const rights = [
    { role: 'rep', right: right('own', [], ['name', 'kind', 'above']) },
    { role: 'finance', right: right('all', ['name'], []) },
  ]
  await publish({ type: 'addForm', form: unit, rights })
  const create = async (by: Client, name: string, above: string | null = null, kind = 'a') => {
    const { id } = await by.call('createRecord', { params, body: { values: { name, above, kind } } })
    return id
  }
  const level = (by: Client, body: Partial<TreeQuery> = {}) =>
    by.call('queryTree', {
      params,
      body: { parent: 'above', columns: ['name'], sort: [{ field: 'name', direction: 'asc' }], ...body },
    })
  /** The names of a level, each with how many lie right under it. */
  const told = async (by: Client, body: Partial<TreeQuery> = {}) => {
    const { rows, children } = await level(by, body)
    return rows.map(({ id, title }) => `${title} ${children[id]?.count ?? 0}`)
  }
  return { publish, create, level, told }
}
