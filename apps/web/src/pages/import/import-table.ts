import type { Import } from '@pipewright/contract'
import { client } from '../../queries/client.ts'

const pause = 700

const wait = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, pause)
  })

/** Waits until an import has left a state. */
async function until(workspace: string, job: Import, state: Import['state']): Promise<Import> {
  let now = job
  while (now.state === state) {
    await wait()
    now = await client.call('getImport', { params: { workspace, id: now.id } })
  }
  return now
}

/** Imports a table into the form that was made from it: each column into its field, rows that do not fit are left out. */
export async function importTable(
  workspace: string,
  form: string,
  file: File,
  fields: readonly (string | null)[],
): Promise<Import> {
  const body = new FormData()
  body.append('file', file)
  const job = await client.call('createImport', {
    params: { workspace, form },
    query: { fields: fields.map((key) => key ?? '').join(',') },
    form: body,
  })
  const params = { workspace, id: job.id }
  const checking = await client.call('checkImport', { params, body: { mapping: job.mapping } })
  const checked = await until(workspace, checking, 'checking')
  if (checked.state !== 'checked' || checked.bad === checked.records) return checked
  const importing = await client.call('commitImport', { params, body: { skipBad: true } })
  return until(workspace, importing, 'importing')
}
