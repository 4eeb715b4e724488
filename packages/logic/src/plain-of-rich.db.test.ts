import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, freshDatabase } from '@pipewright/testing'
import type { Connection, FreshDatabase } from '@pipewright/testing'
import { evaluate } from './evaluate.ts'
import { scopeOf } from './scope.ts'
import { param, renderSql } from './sql/fragment.ts'
import { toSql } from './to-sql.ts'
import { RICH_TEXT } from './value-type.ts'

let database: FreshDatabase
let connection: Connection
beforeAll(async () => {
  database = await freshDatabase()
  connection = await connect(database.url)
})
afterAll(async () => {
  await connection.end()
  await database.drop()
})

const pieces = fc.constantFrom(
  ...'<p> </p> <h2> </h2> <strong> </strong> <br> <hr> <ul> <li> </li> </ul> &lt; &gt; &amp; &amp;amp; <pre> </pre>'.split(
    ' ',
  ),
  '<a href="https://x.y/?a=1&amp;b=&quot;">',
  '</a>',
  '\n',
  ' a ',
  '中文',
)
const context = { now: '2026-11-21T08:00:00.000Z', today: '2026-11-21', zone: 'UTC' }
const notes = { var: 'notes' }

test('rich text is the same plain text to JavaScript and to PostgreSQL', async () => {
  const scope = scopeOf([{ path: ['notes'], label: 'Notes', type: RICH_TEXT }])
  await fc.assert(
    fc.asyncProperty(fc.array(pieces, { maxLength: 30 }), async (parts) => {
      const html = parts.join('')
      const result = toSql(
        { concat: [notes, '|', notes] },
        {
          context,
          column: () => ({ sql: param(html, 'text'), type: RICH_TEXT }),
        },
      )
      if (!result.ok) throw new Error(JSON.stringify(result.problems))
      const { text, values } = renderSql(result.sql)
      const rows = await connection.query<{ v: string | null }>(`select (${text}) as v`, values)
      expect(rows[0]?.v).toBe(evaluate({ concat: [notes, '|', notes] }, { notes: html }, context, scope))
    }),
    { numRuns: 300 },
  )
})
