import type { Import, Problem } from '@pipewright/contract'
import { appUnderTest } from '@pipewright/testing'
import { connect } from '@pipewright/testing/query'
import { expect, test } from 'vitest'
import { settled, upload } from './testing/upload.ts'

const workspace = 'acme'

test('a check that is sent while its file is read anew is refused: it was matched with the columns of before', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const url = `/api/w/${workspace}/forms/lead/imports`
  const { body: job } = await upload<Import & Problem>(owner, url, 'x.csv', 'Name,Company\nAnn,Acme')
  const params = { workspace, id: job.id }
  const body = { mapping: [...job.mapping] }
  // Whoever reads anew, as far as others see it: the row is held until the new columns are there.
  const reading = await connect(world.databaseUrl)
  await reading.query('begin')
  await reading.query(`update ws_acme._import set state = 'uploaded' where id = $1`, [job.id])
  const early = owner.call('checkImport', { params, body })
  const refused = owner.problem(early)
  await expect
    .poll(
      () =>
        reading.query(
          `select count(*)::int as waiting from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
        ),
      { timeout: 10_000 },
    )
    .toEqual([{ waiting: 1 }])
  await reading.query(
    `update ws_acme._import set columns = (select jsonb_agg(jsonb_set(each, '{name}', '"Anew"')) from jsonb_array_elements(columns) as each) where id = $1`,
    [job.id],
  )
  await reading.query('commit')
  await reading.end()
  expect(await refused).toMatchObject({
    status: 409,
    code: 'import-read-anew',
    title: 'The file was read anew meanwhile. Look at its columns and match them again.',
  })
  expect(await owner.call('getImport', { params })).toMatchObject({ state: 'uploaded' })
  await owner.call('checkImport', { params, body })
  expect(await settled(owner, workspace, job.id)).toMatchObject({ state: 'checked' })
})
