import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'

const pageSize = 50

interface ListBody {
  readonly stage?: string
  readonly after?: readonly [amount: string, id: string]
  readonly search?: string
}

/** One and two neighbouring letters of each word, as the index holds them. */
function pairsOf(search: string): string[] {
  const letters = [...search.toLowerCase()]
  const pairs = letters.slice(1).map((letter, at) => `${letters[at]}${letter}`)
  return pairs.length > 0 ? pairs : letters
}

export function registerReads(app: FastifyInstance, pool: Pool, schema: string): void {
  const from = `from ${schema}.opportunity o left join ${schema}.account a on a.id = o.account`
  const columns =
    'o.id, o.version, o.owner, o.updated_at, o.name, o.stage, o.amount, o.close_date, o.account, a.name as account_name'

  app.get<{ Params: { id: string } }>('/records/:id', async ({ params }) => {
    const text = `select o.*, a.name as account_name ${from} where o.id = $1 and o.deleted_at is null`
    const { rows } = await pool.query({ name: 'one', text, values: [params.id] })
    return rows[0]
  })

  app.post<{ Body: ListBody }>('/list', async ({ body: { stage = null, after, search } }) => {
    if (search !== undefined) {
      const text = `select ${columns} ${from} where o._grams @> $1 and lower(o.name) like $2 and o.deleted_at is null
        order by o.updated_at desc, o.id desc limit ${pageSize}`
      return (
        await pool.query({ name: 'search', text, values: [pairsOf(search), `%${search.toLowerCase()}%`] })
      ).rows
    }
    // As the index has it; in other words the planner would sort the whole table.
    const order = `order by o.amount desc nulls last, o.id desc nulls last limit ${pageSize}`
    if (after !== undefined) {
      const text = `select ${columns} ${from} where (o.amount, o.id) < ($1, $2) and o.deleted_at is null ${order}`
      return (await pool.query({ name: 'deep', text, values: [...after] })).rows
    }
    const where = stage === null ? '' : 'o.stage = $1 and'
    const text = `select ${columns} ${from} where ${where} o.deleted_at is null ${order}`
    return (await pool.query({ name: `list ${where}`, text, values: stage === null ? [] : [stage] })).rows
  })

  app.get('/by-stage', async () => {
    const text = `select stage, count(*), sum(amount) from ${schema}.opportunity where deleted_at is null group by 1`
    return (await pool.query({ name: 'by-stage', text })).rows
  })
}
