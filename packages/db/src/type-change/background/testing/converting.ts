import { emptyDefinition } from '@pipewright/metadata'
import type { AppDefinition, Field, Form } from '@pipewright/schemas'
import { expect } from 'vitest'
import type { Database } from '../../../connection/connection.ts'
import { saveEdits } from '../../../drafts/edit-draft.ts'
import { getDraft } from '../../../drafts/draft.ts'
import { draftImpact, publishDraft } from '../../../drafts/publish-draft.ts'
import { installWorkspace } from '../../../publish/install-workspace.ts'
import { loadRevision } from '../../../revisions/revisions.ts'
import { settleTypeChange } from '../settle-type-change.ts'
import { typeChangeProgress } from '../type-change-progress.ts'

export const now = '2026-11-21T00:00:00.000Z'
export const label = { en: 'Value', zh: '值' }
export const ann = '00000000-0000-7000-8000-00000000000a'
export const bob = '00000000-0000-7000-8000-00000000000b'
const text: Field = { type: 'text', key: 'value', label }
const number: Field = { type: 'number', key: 'value', label, scale: 2 }
/** Leads whose field `value` is a text. */
export const leads = (given: Partial<Form> = {}): AppDefinition => ({
  ...emptyDefinition(label),
  forms: [
    {
      key: 'lead',
      label,
      labelPlural: label,
      titleField: 'name',
      searchFields: ['name'],
      fields: [{ type: 'text', key: 'name', label: { en: 'Name' } }, text],
      layout: { sections: [{ key: 'main', columns: 1, items: [{ field: 'name' }, { field: 'value' }] }] },
      ...given,
    },
  ],
})

export const idOf = (position: number) => `00000000-0000-7000-8000-${String(position).padStart(12, '0')}`

let count = 0

/** A workspace with records and a draft that makes numbers of their texts, looked at and published. */
export async function converting(
  database: Database,
  values: readonly (string | null)[],
  {
    definition = leads(),
    to = number,
    begin,
  }: {
    readonly definition?: AppDefinition
    readonly to?: Field
    /** Before there are leads. */
    readonly begin?: (run: (sql: string, bound: unknown[]) => Promise<unknown>) => Promise<void>
  } = {},
) {
  count += 1
  const made = await installWorkspace(database, { key: `b${count}`, name: 'B', definition, now })
  if (!made.ok) throw new Error(made.problem)
  const { workspace } = made
  const run = <Row>(sql: string, bound: unknown[] = []) =>
    database.query<Row>({ text: sql.replaceAll('ws.', `${workspace.schema}.`), values: bound })
  for (const [id, mail] of [
    [ann, 'a@b.c'],
    [bob, 'b@b.c'],
  ])
    await run('insert into ws._member (id, name, email, created_at) values ($1, $2, $2, $3)', [id, mail, now])
  const write = (position: number, value: string | null, name = 'L') =>
    run(
      'insert into ws.lead (id, owner, created_by, updated_by, created_at, updated_at, name, value) values ($1, $2, $2, $2, $3, $3, $4, $5)',
      [idOf(position), ann, now, name, value],
    )
  await begin?.(run)
  for (const [position, value] of values.entries()) await write(position, value)
  const edits = [{ type: 'changeFieldType' as const, form: 'lead', field: to }]
  const saved = await saveEdits(database, workspace, { member: ann, version: 0, now, edits })
  if (!saved.ok) throw new Error(saved.problem)
  const put = async (member = ann) => {
    const { version } = await getDraft(database, workspace, member)
    const { token } = await draftImpact(database, workspace, member)
    return publishDraft(database, workspace, { member, version, now, token, convertedAtOnce: 3 })
  }
  expect(await put()).toEqual({ ok: true, revision: 1, converting: true })
  const read = async () =>
    (await run<{ value: unknown }>('select value from ws.lead order by id')).map((row) => row.value)
  const revision = async () => (await loadRevision(database, workspace))?.revision
  const progress = () => typeChangeProgress(database, workspace)
  /** Goes on for so many looks at whether it should stop. */
  const settle = (steps = 1000, batch = 2) => {
    let left = steps
    return settleTypeChange(database, workspace, {
      isStopping: () => (left -= 1) < 0,
      now: () => now,
      batch,
      lockTimeoutMs: 200,
    })
  }
  return { workspace, run, write, put, read, revision, progress, settle }
}
