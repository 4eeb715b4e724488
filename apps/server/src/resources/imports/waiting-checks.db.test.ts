import type { Import, Problem } from '@pipewright/contract'
import { appUnderTest } from '@pipewright/testing'
import { query } from '@pipewright/testing/query'
import { expect, test } from 'vitest'
import { settled, upload } from './testing/upload.ts'

const workspace = 'acme'

async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const sent = async (name: string) => {
    const content = `Name,Company\n${name},Acme`
    const url = `/api/w/${workspace}/forms/lead/imports`
    return (await upload<Import & Problem>(owner, url, `${name}.csv`, content)).body
  }
  const begin = ({ id, mapping }: Import) =>
    owner.call('checkImport', { params: { workspace, id }, body: { mapping: [...mapping] } })
  /** Keeps whoever would work at these imports waiting meanwhile. */
  const heldUp = (ids: readonly string[], meanwhile: () => Promise<void>) =>
    world.database.session(async (session) => {
      for (const id of ids)
        await session.query({
          text: 'select pg_advisory_lock(hashtextextended($1::text, 0))',
          values: [`import ${id}`],
        })
      await meanwhile()
    })
  return { world, owner, sent, begin, heldUp, [Symbol.asyncDispose]: world.close }
}

test('a check that waits for its turn is not taken for one whose server died: who sees it first checks it', async () => {
  await using at = await setUp()
  const jobs = [await at.sent('One'), await at.sent('Two'), await at.sent('Three')]
  const [one, two, three] = jobs.map(({ id }) => id)
  await at.heldUp([one ?? '', two ?? ''], async () => {
    // A server works at two at once.
    for (const job of jobs) await at.begin(job)
    expect(await at.owner.call('getImport', { params: { workspace, id: three ?? '' } })).toMatchObject({
      state: 'checking',
      error: null,
    })
    await using other = await at.world.secondProcess()
    expect(await settled(await other.owner(), workspace, three ?? '')).toMatchObject({
      state: 'checked',
      error: null,
      bad: 0,
      done: 1,
    })
    const kept = await query(at.world.databaseUrl, 'select locale, zone from ws_acme._import where id = $1', [
      three,
    ])
    // How its member reads, for whoever takes it up.
    expect(kept).toEqual([{ locale: 'en', zone: 'Europe/London' }])
  })
  for (const { id } of jobs)
    expect(await settled(at.owner, workspace, id)).toMatchObject({
      state: 'checked',
      error: null,
      records: 1,
    })
})
