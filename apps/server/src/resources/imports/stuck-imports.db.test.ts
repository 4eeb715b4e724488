import type { Import, Problem } from '@pipewright/contract'
import { appUnderTest } from '@pipewright/testing'
import { query } from '@pipewright/testing/query'
import { expect, test } from 'vitest'
import { settled, upload } from './testing/upload.ts'

const workspace = 'acme'

test('a server that starts leaves an import alone that ended three servers, and says so to whoever began it', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const url = `/api/w/${workspace}/forms/lead/imports`
  const { body: job } = await upload<Import & Problem>(owner, url, 'x.csv', 'Name,Company\nAnn,Acme')
  const params = { workspace, id: job.id }
  await query(world.databaseUrl, `update ws_acme._import set state = 'checking', turns = 3 where id = $1`, [
    job.id,
  ])
  await using other = await world.secondProcess()
  const stopped = await settled(await other.owner(), workspace, job.id)
  expect(stopped.state).toBe('failed')
  expect(stopped.error).toContain('stopped three times at the same place')
  expect(stopped.error).toContain('smaller files')
  const anew = await owner.call('checkImport', { params, body: { mapping: [...job.mapping] } })
  expect(anew).toMatchObject({ state: 'checking', error: null })
  expect(await settled(owner, workspace, job.id)).toMatchObject({ state: 'checked', records: 1, bad: 0 })
  await query(
    world.databaseUrl,
    `update ws_acme._import set state = 'failed', error = 'stuck' where id = $1`,
    [job.id],
  )
  expect(await owner.call('cancelImport', { params })).toMatchObject({ state: 'cancelled' })
})
