import type { Client, FileInfo, Import, Problem } from '@pipewright/contract'
import type { FieldValue } from '@pipewright/compiler'
import { fieldTypes } from '@pipewright/metadata'
import type { Edit, Expression, Field, Form, Sort } from '@pipewright/schemas'
import { settled, upload } from '../resources/imports/testing/upload.ts'
import { fieldExamples, type ExampleWorld } from './field-examples.ts'

export const workspace = 'acme'
export const params = { workspace, form: 'specimen' }
const label = { en: 'Specimen', zh: '样本' }

/** The example of a type that is only known at run time. */
export const exampleOf = (type: Field['type']) =>
  fieldExamples[type] as {
    readonly field: Field
    values(world: ExampleWorld): readonly FieldValue[] | Promise<readonly FieldValue[]>
    readonly wrong?: unknown
  }

export const allTypes = Object.keys(fieldTypes) as Field['type'][]

/** In rows, what is summed up are the rows inside them. */
const asColumn = (field: Field): Field => {
  if (field.type !== 'rollup') return field
  const { relation: _, ...rest } = field
  return { ...rest, lineItems: 'rows.line_items' }
}

const examples = allTypes.map((type) => exampleOf(type).field)

const fields: readonly Field[] = [
  { type: 'text', key: 'title', label },
  ...examples,
  {
    type: 'lineItems',
    key: 'rows',
    label,
    fields: examples.filter(({ type }) => fieldTypes[type].canBeColumn).map(asColumn),
  },
]

/** A form with a field of every type, and rows that have a column of every type that rows may have. */
export const specimen: Form = {
  key: 'specimen',
  label,
  labelPlural: label,
  titleField: 'title',
  fields: [...fields],
  layout: { sections: [{ key: 'all', columns: 1, items: fields.map(({ key }) => ({ field: key })) }] },
}

/** A browser of the app under test, as far as it is needed here. */
interface Browser extends Pick<Client, 'call'> {
  send(request: {
    method: 'POST'
    url: string
    body: unknown
    headers?: Record<string, string>
  }): Promise<{ statusCode: number; json<T>(): T; rawPayload: Buffer }>
}

async function exampleWorld(owner: Browser, members: readonly [string, string]): Promise<ExampleWorld> {
  const make = async (title: string) =>
    (await owner.call('createRecord', { params, body: { values: { title } } })).id
  const department = async (name: string) => {
    const body = { name, parent: null, manager: null }
    return (await owner.call('createDepartment', { params: { workspace }, body })).id
  }
  return {
    members,
    departments: [await department('A unit'), await department('B unit')],
    records: [await make('A target'), await make('B target')],
    newFile: async () =>
      (await upload<FileInfo>(owner, `/api/w/${workspace}/files`, 'a.txt', 'text')).body.id,
  }
}

/** The app of the owner with the specimen form published, and what tests over all types do with it. */
export async function specimenApp(owner: Browser, members: readonly [string, string]) {
  const at = { params: { workspace } }
  const adding: Edit = { type: 'addForm', form: specimen, rights: [] }
  const { version } = await owner.call('editDraft', { ...at, body: { version: 0, edits: [adding] } })
  await owner.call('publishDraft', { ...at, body: { version } })
  const things = await exampleWorld(owner, members)

  const create = (values: object) => owner.call('createRecord', { params, body: { values: values as never } })
  async function valuesOf(key: string, request: { filter?: Expression; sort?: Sort[] }) {
    const { rows } = await owner.call('queryRecords', { params, body: { ...request, columns: [key] } })
    return rows.map((row) => row.values[key])
  }
  async function exportCells(key: string, filter: Expression): Promise<Buffer> {
    const url = `/api/w/${workspace}/forms/specimen/export`
    const body = { format: 'csv', columns: ['title', key], filter }
    return (await owner.send({ method: 'POST', url, body })).rawPayload
  }
  async function importCells(key: string, table: Buffer): Promise<Import> {
    const url = `/api/w/${workspace}/forms/specimen/imports`
    const { body: job } = await upload<Import & Problem>(owner, url, 'table.csv', table)
    const mapping = job.mapping.map((column, position) => ({
      ...column,
      field: position === 0 ? 'title' : key,
    }))
    const one = { params: { workspace, id: job.id } }
    await owner.call('checkImport', { ...one, body: { mapping } })
    const checked = await settled(owner, workspace, job.id)
    if (checked.bad > 0) return checked
    await owner.call('commitImport', { ...one, body: { skipBad: false } })
    return settled(owner, workspace, job.id)
  }
  const api = async () =>
    (await owner.call('getOpenApi', at)) as { components: { schemas: Record<string, unknown> } }
  return { things, create, valuesOf, exportCells, importCells, api }
}

export type SpecimenApp = Awaited<ReturnType<typeof specimenApp>>
