import type { Database } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'

/** `/healthz`: the process answers. `/readyz`: it can also do its work (OP-07). */
export function answerHealth(app: FastifyInstance, database: Database): void {
  const config = { auth: 'public' } as const
  app.get('/healthz', { config }, () => ({ status: 'alive' }))
  app.get('/readyz', { config }, async () => {
    await database.query({ text: 'select 1', values: [] })
    return { status: 'ready' }
  })
}
