import { testServer } from '@pipewright/testing/database'

/** Once per run: one PostgreSQL server for all workers, gone after the last. Workers learn of it from the environment. */
export default async function startTestServer(): Promise<() => Promise<void>> {
  const server = await testServer()
  process.env.PIPEWRIGHT_TEST_SERVER = server.url
  return server.stop
}
