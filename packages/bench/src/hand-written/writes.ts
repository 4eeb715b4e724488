import { gramsOf } from '@pipewright/compiler'
import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import { uuidv7 } from 'uuidv7'
import { decimal, fields, schemaOfRecord, systemColumns } from './record.ts'

type Values = Record<string, unknown>

export function registerWrites(app: FastifyInstance, pool: Pool, schema: string): void {
  const history = `insert into ${schema}.bench_history (id, at, record, member, changes)`
  const answer = [...systemColumns, ...fields].join(', ')
  const create = `with r as (
      insert into ${schema}.opportunity (id, owner, version, created_at, created_by, updated_at, updated_by, _grams, ${fields.join(', ')})
      values ($1, $2, 1, now(), $2, now(), $2, $3, ${fields.map((_, at) => `$${at + 6}`).join(', ')}) returning ${answer}
    ), h as (${history} values ($4, now(), $1, $2, $5)) select * from r`
  const change = `with r as (
      update ${schema}.opportunity set amount = $3, version = version + 1, updated_at = now(), updated_by = $4
      where id = $1 and version = $2 and deleted_at is null returning ${answer}
    ), h as (${history} select $5, now(), id, $4, $6 from r) select * from r`

  app.post<{ Body: Values; Querystring: { member: string } }>(
    '/records',
    { schema: { body: schemaOfRecord } },
    async (request) => {
      const { body, query } = request
      const grams = gramsOf([String(body['name'])])
      const changes = JSON.stringify(
        Object.fromEntries(Object.entries(body).map(([key, value]) => [key, [null, value]])),
      )
      const values = [
        uuidv7(),
        query.member,
        grams,
        uuidv7(),
        changes,
        ...fields.map((field) => body[field] ?? null),
      ]
      return (await pool.query({ name: 'create', text: create, values })).rows[0]
    },
  )

  app.patch<{
    Params: { id: string }
    Body: { version: number; amount: string }
    Querystring: { member: string }
  }>(
    '/records/:id',
    {
      schema: {
        body: {
          type: 'object',
          required: ['version', 'amount'],
          properties: { version: { type: 'integer' }, amount: decimal },
        },
      },
    },
    async ({ params, body, query }, reply) => {
      const changes = JSON.stringify({ amount: [null, body.amount] })
      const values = [params.id, body.version, body.amount, query.member, uuidv7(), changes]
      const { rows } = await pool.query({ name: 'change', text: change, values })
      return rows[0] ?? reply.code(409).send({ code: 'stale-version' })
    },
  )
}
