import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import { fields, systemColumns } from './record.ts'

const pageSize = 50
const people = ['owner', 'created_by', 'updated_by']

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
  const table = `${schema}.opportunity`
  const member = (column: string) => `left join ${schema}._member ${column}_m on ${column}_m.id = o.${column}`
  const named = `left join ${schema}.account a on a.id = o.account ${people.map(member).join(' ')}`
  const names = `a.name as account_name, ${people.map((column) => `${column}_m.name as ${column}_name`).join(', ')}`
  const own = [...systemColumns, 'name', 'stage', 'amount', 'close_date', 'account']
  const all = [...systemColumns, ...fields].map((column) => `o.${column}`).join(', ')
  /** Names are looked up for the rows of the page alone. */
  const page = (where: string, order: string) =>
    `select o.*, ${names} from (select ${own.join(', ')} from ${table} where ${where} and deleted_at is null
      order by ${order} limit ${pageSize}) o ${named} order by ${order.replaceAll(/\b(?=amount|updated_at|id)/g, 'o.')}`

  app.get<{ Params: { id: string } }>('/records/:id', async ({ params }) => {
    const text = `select ${all}, ${names} from ${table} o ${named} where o.id = $1 and o.deleted_at is null`
    const { rows } = await pool.query({ name: 'one', text, values: [params.id] })
    return rows[0]
  })

  app.post<{ Body: ListBody }>('/list', async ({ body: { stage = null, after, search } }) => {
    if (search !== undefined) {
      const text = page('_grams @> $1 and lower(name) like $2', 'updated_at desc, id desc')
      const values = [pairsOf(search), `%${search.toLowerCase()}%`]
      return (await pool.query({ name: 'search', text, values })).rows
    }
    // As the index has it; in other words the planner would sort the whole table.
    const order = 'amount desc nulls last, id desc nulls last'
    if (after !== undefined) {
      const text = page('(amount, id) < ($1, $2)', order)
      return (await pool.query({ name: 'deep', text, values: [...after] })).rows
    }
    if (stage === null) return (await pool.query({ name: 'sorted', text: page('true', order) })).rows
    return (await pool.query({ name: 'filtered', text: page('stage = $1', order), values: [stage] })).rows
  })

  app.get('/by-stage', async () => {
    const text = `select stage, count(*), sum(amount) from ${schema}.opportunity where deleted_at is null group by 1`
    return (await pool.query({ name: 'by-stage', text })).rows
  })
}
