// What an expert would write for this one form alone: prepared statements, ajv, one permission check, one history row
// per write. It works on the very tables of the interpreted runtime.
import { fastify } from 'fastify'
import pg from 'pg'
import { registerReads } from './reads.ts'
import { registerWrites } from './writes.ts'

const { BENCH_DATABASE_URL: connectionString, BENCH_SCHEMA: schema = '', BENCH_TOKEN: token } = process.env
pg.types.setTypeParser(1082, (day) => day)
const pool = new pg.Pool({ connectionString, max: 20, application_name: 'hand-written' })
const app = fastify({ logger: false })
app.addHook('onRequest', async (request, reply) => {
  if (request.headers['x-token'] !== token) await reply.code(401).send({ code: 'not-signed-in' })
})
registerReads(app, pool, schema)
registerWrites(app, pool, schema)
const url = await app.listen({ port: 0, host: '127.0.0.1' })
process.stdout.write(`ready ${url}\n`)
process.on('SIGTERM', () => void app.close().then(() => pool.end()))
