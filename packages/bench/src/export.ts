import { appUnderTest, query } from '@pipewright/testing'
import { testServer } from '@pipewright/testing/database'

// How long a file of a million records takes to be made and fetched, and how much memory the server needs for it.

const rows = Number(process.argv[2] ?? 1_000_000)
const workspace = 'acme'
const columns = [
  'name',
  'company',
  'phone',
  'email',
  'city',
  'need',
  'source',
  'status',
  'next_follow_up',
  'owner',
]

const server = await testServer()
process.env['PIPEWRIGHT_TEST_SERVER'] = server.url
const world = await appUnderTest({ prepared: 'workspace' })
const owner = await world.owner()
const address = await world.app.listen({ host: '127.0.0.1', port: 0 })
const cookie = [...owner.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
const params = { workspace, form: 'lead' }
await owner.call('createRecord', { params, body: { values: { name: 'First' } } })
await query(
  world.databaseUrl,
  `insert into ws_acme.lead (id, owner, version, created_at, updated_at, name, company, phone, email, city, need, source, status, next_follow_up, _grams)
  select gen_random_uuid(), l.owner, 1, l.created_at, l.updated_at, '张伟 ' || n, 'Company ' || n % 5000, '138' || lpad(n::text, 8, '0'),
    'buyer' || n || '@example.com', 'City ' || n % 300, 'They asked about delivery, "' || n || '"', 'website', 'new', date '2026-01-01' + n % 300, '{}'
  from ws_acme.lead l, generate_series(2, ${rows}) n`,
)
await query(world.databaseUrl, 'analyze ws_acme.lead')

const megabytes = () => process.memoryUsage().rss / 2 ** 20
let peak = megabytes()
const watch = setInterval(() => (peak = Math.max(peak, megabytes())), 100)
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

for (const format of ['csv', 'xlsx'] as const) {
  const before = megabytes()
  peak = before
  const began = performance.now()
  const body = { format, columns, sort: [{ field: 'name', direction: 'asc' as const }] }
  const { export: job } = await owner.call('startExport', { params, body })
  for (;;) {
    const { exports } = await owner.call('listExports', { params: { workspace } })
    const found = exports.find(({ id }) => id === job?.id)
    if (found?.state === 'done' && found.done === rows) break
    if (found?.state !== 'running')
      throw new Error(`${found?.state}: ${found?.error}, ${found?.done} records`)
    await wait(200)
  }
  const made = (performance.now() - began) / 1000
  const at = performance.now()
  const file = await fetch(`${address}/api/w/${workspace}/exports/${job?.id}/file`, {
    headers: { cookie },
  })
  let bytes = 0
  for await (const chunk of file.body ?? []) bytes += (chunk as Uint8Array).length
  const fetched = (performance.now() - at) / 1000
  process.stdout.write(
    `${rows} records as ${format}: made in ${made.toFixed(1)} s, fetched in ${fetched.toFixed(1)} s (${(bytes / 2 ** 20).toFixed(0)} MB); memory ${before.toFixed(0)} MB before, ${peak.toFixed(0)} MB at most\n`,
  )
}
clearInterval(watch)
await world.close()
await server.stop()
