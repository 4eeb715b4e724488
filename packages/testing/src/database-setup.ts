import { testServer } from './database.ts'

/** Run once by vitest before the first database test: one server for all of them, gone after the last. */
export async function setup(): Promise<() => Promise<void>> {
  const server = await testServer()
  process.env.PIPEWRIGHT_TEST_SERVER = server.url
  return server.stop
}
