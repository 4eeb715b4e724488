import type { World } from './world/open-world.ts'

/** Milliseconds that publishing a new field takes, beside a bare ALTER TABLE on the same rows. */
export async function measureAddField({ client, workspace, sql, schema }: World): Promise<string> {
  const params = { workspace }
  const { version } = await client.call('getDraft', { params })
  const field = { type: 'text' as const, key: 'added', label: { en: 'Added', zh: 'Added' } }
  const edit = {
    type: 'addField' as const,
    form: 'opportunity',
    field,
    section: 'main',
    index: 0,
    write: [],
    read: [],
  }
  const draft = await client.call('editDraft', { params, body: { version, edits: [edit] } })
  const began = performance.now()
  await client.call('publishDraft', { params, body: { version: draft.version } })
  const ours = performance.now() - began
  const bare = performance.now()
  await sql.query(`alter table ${schema}.opportunity add column bench_added text`)
  const theirs = performance.now() - bare
  return `\nadd a field: published in ${ours.toFixed(0)} ms; a bare ALTER TABLE takes ${theirs.toFixed(0)} ms`
}
