import type { Import, ImportWrites } from '@pipewright/contract'
import { appUnderTest } from '@pipewright/testing'
import { expect, test } from 'vitest'
import { settled, upload } from './testing/upload.ts'

const workspace = 'acme'

test('IE-07: names and keys that an export kept from being run as formulas are found by what they are', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const params = { workspace, form: 'account' }
  const values = { name: '-X Ltd', phone: '+86 512 6666 8888' }
  const { id } = await owner.call('createRecord', { params, body: { values } })
  const url = `/api/w/${workspace}/forms/account/export`
  const body = { format: 'csv', columns: ['name', 'phone'] }
  const sent = await owner.send({ method: 'POST', url, body, headers: { 'accept-language': 'en' } })
  const [, row = ''] = sent.body.split('\r\n')
  const [name = '', phone = ''] = row.split(',')
  expect([name[0], phone[0]]).toEqual(["'", "'"])
  const imported = async (form: string, content: string, writes?: ImportWrites) => {
    const { body: job } = await upload<Import>(
      owner,
      `/api/w/${workspace}/forms/${form}/imports`,
      'a.csv',
      content,
    )
    const checking = { mapping: job.mapping, ...(writes && { writes }) }
    await owner.call('checkImport', { params: { workspace, id: job.id }, body: checking })
    return settled(owner, workspace, job.id)
  }
  expect(await imported('contact', `Name,Account\nAnn,${name}\n`)).toMatchObject({ bad: 0, problems: [] })
  const byPhone: ImportWrites = { mode: 'update', by: ['phone'], empty: 'keep' }
  const changed = await imported('account', `Name,Phone\nY Ltd,${phone}\n`, byPhone)
  expect(changed).toMatchObject({ bad: 0, changed: 1 })
  expect(changed.preview[0]?.record?.id).toBe(id)
})
