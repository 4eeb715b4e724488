import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { listColumns } from './bench-form.ts'
import { startChild, type Child } from './child.ts'
import { seed } from './seed.ts'
import { signUp, type SignedIn } from './sign-up.ts'
import type { Place } from '../workloads/workload.ts'

export interface World extends SignedIn {
  readonly pipewright: Child
  readonly handWritten: Child
  readonly handWrittenHeaders: Record<string, string>
  readonly place: Place
  readonly sql: pg.Client
  readonly schema: string
  readonly databaseUrl: string
  /** Further servers of the same kind, on the database at another address. */
  startPipewright(databaseUrl: string): Promise<Child>
  startHandWritten(databaseUrl: string): Promise<Child>
  close(): Promise<void>
}

const page = 500

/** Pages half way through the list by amount, and says where that is for either server. */
async function findDeep(
  { client, workspace }: SignedIn,
  sql: pg.Client,
  schema: string,
  rows: number,
): Promise<Place['deep']> {
  const params = { workspace, form: 'opportunity' }
  const query = {
    columns: [...listColumns],
    limit: page,
    sort: [{ field: 'amount', direction: 'desc' as const }],
  }
  let after: string | undefined
  let last = ''
  for (let seen = 0; seen < rows / 2; seen += page) {
    const answer = await client.call('queryRecords', {
      params,
      body: { ...query, ...(after === undefined ? {} : { after }) },
    })
    after = answer.next ?? undefined
    last = answer.rows.at(-1)?.id ?? ''
  }
  const { rows: found } = await sql.query<{ amount: string }>(
    `select amount from ${schema}.opportunity where id = $1`,
    [last],
  )
  return { cursor: after ?? '', amount: found[0]?.amount ?? '0', id: last }
}

/** Both servers on one database with the same rows. */
export async function openWorld(options: {
  databaseUrl: string
  rows: number
  server: string
}): Promise<World> {
  const { databaseUrl, rows } = options
  const startPipewright = (url: string) =>
    startChild(options.server, { DATABASE_URL: url, PORT: '0', LOGS: 'off' })
  const pipewright = await startPipewright(databaseUrl)
  const signedIn = await signUp(pipewright)
  const schema = `ws_${signedIn.workspace}`
  const sql = new pg.Client({ connectionString: databaseUrl })
  await sql.connect()
  await sql.query(
    `create table ${schema}.bench_history (id uuid primary key, at timestamptz, record uuid, member uuid, changes jsonb)`,
  )
  await sql.query(`create index on ${schema}.bench_history (record, at)`)
  const seeded = await seed(sql, schema, signedIn.member, rows)
  const deep = await findDeep(signedIn, sql, schema, rows)
  const token = 'bench'
  const startHandWritten = (url: string) =>
    startChild(fileURLToPath(new URL('../hand-written/server.ts', import.meta.url)), {
      BENCH_DATABASE_URL: url,
      BENCH_SCHEMA: schema,
      BENCH_TOKEN: token,
    })
  const handWritten = await startHandWritten(databaseUrl)
  return {
    ...signedIn,
    pipewright,
    handWritten,
    handWrittenHeaders: { 'x-token': token, 'content-type': 'application/json' },
    place: { workspace: signedIn.workspace, member: signedIn.member, seeded, deep },
    sql,
    schema,
    databaseUrl,
    startPipewright,
    startHandWritten,
    close: async () => {
      await sql.end()
      await Promise.all([pipewright.stop(), handWritten.stop()])
    },
  }
}
