import type { Import, ImportColumn, ImportWrites, Problem } from '@pipewright/contract'
import { aForm, aRight, aTextField } from '@pipewright/metadata/builders'
import type { Field } from '@pipewright/schemas'
import { settled, upload, type Browser } from './upload.ts'

const workspace = 'acme'
const label = (en: string) => ({ en, zh: `${en}项` })

const parts: Field = {
  type: 'lineItems',
  key: 'parts',
  label: label('Parts'),
  fields: [
    { type: 'relation', key: 'maker', label: label('Maker'), form: 'account' },
    { type: 'number', key: 'pieces', label: label('Pieces'), scale: 0 },
    { type: 'text', key: 'note', label: label('Note') },
    { type: 'text', key: 'approved', label: label('Approved') },
    { type: 'text', key: 'margin', label: label('Margin') },
    { type: 'attachment', key: 'drawings', label: label('Drawings'), types: ['pdf', 'png'] },
    {
      type: 'lineItems',
      key: 'bits',
      label: label('Bits'),
      fields: [{ type: 'text', key: 'bit', label: label('Bit') }],
    },
  ],
}

/** What a rep may do: of lines, `approved` is for reading and `margin` not even that. */
const repRight = aRight({
  form: 'job',
  actions: ['create', 'read', 'update', 'import'],
  read: ['parts.approved'],
  write: ['name', 'site', 'parts', 'parts.maker', 'parts.pieces', 'parts.note', 'parts.drawings'],
})

const job = aForm({
  key: 'job',
  fields: [
    aTextField({ required: true, unique: true }),
    aTextField({ key: 'site', label: { en: 'Site' } }),
    parts as never,
  ],
})

/**
 * A form whose lines have what imports of lines meet, in an app under test: links, files, rows of their own and columns
 * not everybody has.
 */
export async function jobImports<B extends Browser>(
  world: { owner(): Promise<B>; close(): Promise<void> },
  rep: B,
) {
  const owner = await world.owner()
  const edits = [{ type: 'addForm' as const, form: job, rights: [{ role: 'rep', right: repRight }] }]
  const { version } = await owner.call('editDraft', { params: { workspace }, body: { version: 0, edits } })
  await owner.call('publishDraft', { params: { workspace }, body: { version } })
  const make = async (form: string, values: object, browser: Browser = owner) =>
    (await browser.call('createRecord', { params: { workspace, form }, body: { values: values as never } }))
      .id
  const send = async (browser: Browser, content: string | Uint8Array, name = 'a.csv') =>
    (await upload<Import & Problem>(browser, `/api/w/${workspace}/forms/job/imports`, name, content)).body
  const check = async (
    browser: Browser,
    { id, mapping }: { readonly id: string; readonly mapping: readonly ImportColumn[] },
    writes?: ImportWrites,
  ) => {
    const body = { mapping: [...mapping], ...(writes && { writes }) }
    await browser.call('checkImport', { params: { workspace, id }, body })
    return settled(browser, workspace, id)
  }
  const commit = async (browser: Browser, id: string, skipBad = false) => {
    await browser.call('commitImport', { params: { workspace, id }, body: { skipBad } })
    return settled(browser, workspace, id)
  }
  /** Lines by the name of their job, as the owner sees them. */
  const lines = async () => {
    const { rows } = await owner.call('queryRecords', {
      params: { workspace, form: 'job' },
      body: { columns: ['name'] },
    })
    const all: Record<string, Record<string, unknown>[]> = {}
    for (const { id, values } of rows) {
      const found = await owner.call('getRecord', { params: { workspace, form: 'job', id } })
      all[String(values['name'])] = (found.values['parts'] ?? []) as never
    }
    return all
  }
  const undo = (browser: Browser, change: string | null, into: string) =>
    browser.call('undoChange', { params: { workspace, id: change ?? '' }, body: { into } })
  return { world, owner, rep, make, send, check, commit, lines, undo, [Symbol.asyncDispose]: world.close }
}

/** Jobs are found by their names. */
export const byName: ImportWrites = { mode: 'both', by: ['name'], empty: 'keep' }
