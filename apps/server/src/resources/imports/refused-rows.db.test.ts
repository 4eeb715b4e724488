import type { Import, Problem } from '@pipewright/contract'
import { appUnderTest } from '@pipewright/testing'
import { expect, test } from 'vitest'
import { quoteHeader, quoteImports } from './testing/quote-imports.ts'
import { upload } from './testing/upload.ts'

const workspace = 'acme'

async function setUp() {
  const at = await quoteImports(await appUnderTest({ prepared: 'workspace' }))
  const refused = async (id: string, language = 'en') => {
    const answer = await at.owner.send({
      method: 'POST',
      url: `/api/w/${workspace}/imports/${id}/refused`,
      body: { format: 'csv' },
      headers: { 'accept-language': language },
    })
    return answer.body.replace('\uFEFF', '')
  }
  const sendAccounts = async (content: string) =>
    (await upload<Import & Problem>(at.owner, `/api/w/${workspace}/forms/account/imports`, 'a.csv', content))
      .body
  return { ...at, refused, sendAccounts }
}

test('of a record that stays out all rows are in the file, with the reason at the row it belongs to', async () => {
  await using at = await setUp()
  const rows = ['Acme,2027-01-01,Pump,1,10', ',,Valve,many,5', ',,Pump,3,-1', 'Acme,2027-01-02,Valve,4,5']
  const job = await at.send(`${quoteHeader}\n${rows.join('\n')}\n`)
  expect(await at.check(job)).toMatchObject({ bad: 1, records: 2 })
  const [head, ...told] = (await at.refused(job.id)).trim().split('\r\n')
  expect(head).toBe(`Why this row was refused,${quoteHeader}`)
  expect(told).toHaveLength(3)
  expect(told[0]).toBe(`,${rows[0]}`)
  expect(told[1]).toMatch(/Items: Quantity: .+,,,Valve,many,5$/u)
  expect(told[2]).toMatch(/Items: Unit price: .+,,,Pump,3,-1$/u)
  expect(await at.refused(job.id, 'zh')).toMatch(/^本行未导入的原因,/u)
})

test('the file comes in again whole when it is corrected, after the good records came in', async () => {
  await using at = await setUp()
  const rows = ['Acme,2027-01-01,Pump,1,10', ',,Valve,many,5', 'Acme,2027-01-02,Valve,4,5']
  const job = await at.send(`${quoteHeader}\n${rows.join('\n')}\n`)
  await at.check(job)
  expect(await at.commit(job.id, true)).toMatchObject({ state: 'done', done: 1 })
  const again = await at.send((await at.refused(job.id)).replace('many', '2'))
  expect(again.mapping.map(({ field }) => field)).toEqual([null, ...job.mapping.map(({ field }) => field)])
  expect(await at.check(again)).toMatchObject({ bad: 0, records: 1, lines: 2 })
  await at.commit(again.id)
  expect(await at.ids()).toHaveLength(2)
})

test('what was refused again has its new reason alone, and cells mean what they meant', async () => {
  await using at = await setUp()
  const job = await at.sendAccounts(`Name,City\n,"'=Sum"\n,-5\n`)
  expect(await at.check(job)).toMatchObject({ bad: 2 })
  const first = await at.refused(job.id)
  expect(
    first
      .trim()
      .split('\r\n')
      .map((row) => row.split(',').slice(-2)),
  ).toEqual([
    ['Name', 'City'],
    ['', "'=Sum"],
    ['', '-5'],
  ])
  const again = await at.sendAccounts(first)
  expect(await at.check(again)).toMatchObject({ bad: 2 })
  expect((await at.refused(again.id)).split('\r\n')[0]).toBe('Why this row was refused,Name,City')
})
