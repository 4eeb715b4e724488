import type { Problem, TableSheet } from '@pipewright/contract'
import { appUnderTest, signedInMember } from '@pipewright/testing'
import { expect, test } from 'vitest'
import { upload } from './testing/upload.ts'

const url = '/api/w/acme/tables'

test('a builder reads a table to make a form from it, and nothing is kept', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const file = '名称;金额\r\n"甲; 乙";1,5\r\n\r\n丙;2\r\n'
  const { status, body } = await upload<TableSheet>(owner, url, 'orders.csv', file)
  expect(status).toBe(200)
  expect(body).toEqual({
    header: ['名称', '金额'],
    rows: [
      ['甲; 乙', '1,5'],
      ['丙', '2'],
    ],
    more: false,
  })
})

test('only the first 10,000 rows are read, and a file that is no table is told why', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const many = Array.from({ length: 10_001 }, (_, at) => `row ${at},1`).join('\n')
  const { body } = await upload<TableSheet>(owner, url, 'many.csv', `a,b\n${many}\n`)
  expect({ rows: body.rows.length, more: body.more }).toEqual({ rows: 10_000, more: true })
  const empty = await upload<Problem>(owner, url, 'empty.csv', 'a,b\n')
  expect(empty).toMatchObject({ status: 422, body: { code: 'file-unreadable' } })
})

test('who does not build reads no tables', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const rep = await signedInMember(world, { workspace: 'acme', roles: ['rep'] })
  const answer = await upload<Problem>(rep.browser, url, 'orders.csv', 'a,b\n1,2\n')
  expect(answer).toMatchObject({ status: 403 })
})
