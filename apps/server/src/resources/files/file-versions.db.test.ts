import type { FileInfo, Problem } from '@pipewright/contract'
import { appUnderTest, signedInMember, type TestClient } from '@pipewright/testing'
import { expect, test } from 'vitest'
import { upload } from '../imports/testing/upload.ts'

const workspace = 'acme'
const params = { workspace, form: 'contract' }

async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const send = async (name: string, replaces?: string, browser: TestClient = owner) => {
    const url = `/api/w/${workspace}/files${replaces === undefined ? '' : `?replaces=${replaces}`}`
    return (await upload<FileInfo & Problem>(browser, url, name, `about ${name}`)).body
  }
  const account = await owner.call('createRecord', {
    params: { workspace, form: 'account' },
    body: { values: { name: 'A' } },
  })
  const contract = (files: readonly string[]) =>
    owner.call('createRecord', {
      params,
      body: { values: { name: 'C', account: account.id, amount: '1', files: [...files] } },
    })
  const versions = async (id: string, browser: TestClient = owner) =>
    (await browser.call('listFileVersions', { params: { workspace, id } })).versions
  return { world, owner, account, send, contract, versions, [Symbol.asyncDispose]: world.close }
}

test('R246: a new version stands in the place of the file, which keeps its content and is told with who brought it when', async () => {
  await using at = await setUp()
  const first = await at.send('offer.txt')
  const { id, version } = await at.contract([first.id])
  const second = await at.send('offer v2.txt', first.id)
  expect([first.version, second.version]).toEqual([1, 2])
  await at.owner.call('updateRecord', {
    params: { ...params, id },
    body: { version, values: { files: [second.id] } },
  })
  const listed = await at.versions(second.id)
  expect(listed.map(({ name, version: one }) => [name, one])).toEqual([
    ['offer v2.txt', 2],
    ['offer.txt', 1],
  ])
  expect(listed[1]?.uploadedBy).toBe(listed[0]?.uploadedBy)
  const kept = await at.owner.send({ method: 'GET', url: `/api/w/${workspace}/files/${first.id}` })
  expect(kept.body).toBe('about offer.txt')
})

test('what a record lets go of is not among its files any more, and is again where the change is taken back', async () => {
  await using at = await setUp()
  const [kept, gone] = [await at.send('kept.txt'), await at.send('gone.txt')]
  const { id, version } = await at.contract([kept.id, gone.id])
  const names = async () =>
    (await at.owner.call('listRecordFiles', { params: { ...params, id }, query: {} })).files
      .map(({ name }) => name)
      .toSorted()
  expect(await names()).toEqual(['gone.txt', 'kept.txt'])
  const change = (next: number, files: string[]) =>
    at.owner.call('updateRecord', { params: { ...params, id }, body: { version: next, values: { files } } })
  const after = await change(version, [kept.id])
  expect(await names()).toEqual(['kept.txt'])
  await change(after.version, [gone.id, kept.id])
  expect(await names()).toEqual(['gone.txt', 'kept.txt'])
})

test('AZ-04: nobody makes a version of a file that he may not see, nor sees those of one', async () => {
  await using at = await setUp()
  const rep = await signedInMember(at.world, { workspace, roles: ['rep'] })
  const first = await at.send('secret.txt')
  await at.contract([first.id])
  expect((await at.send('mine.txt', first.id, rep.browser)).code).toBe('not-found')
  await expect(at.versions(first.id, rep.browser)).rejects.toMatchObject({ problem: { code: 'not-found' } })
})

test('a version in another record does not lead to the file of the first', async () => {
  await using at = await setUp()
  const first = await at.send('terms.txt')
  await at.contract([first.id])
  const second = await at.send('terms.txt', first.id)
  expect(await at.versions(second.id)).toHaveLength(2)
  await at.contract([second.id])
  expect((await at.versions(second.id)).map(({ id }) => id)).toEqual([second.id])
})
