import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import type { Compilable } from 'kysely'
import type { EngineTables, SystemTables } from '../migrations/engine-tables.ts'
import type { Connection, Statement } from './connection.ts'
import type { WorkspaceRef } from './workspace-ref.ts'

/** Builds and compiles only: its driver runs nothing. */
const builder = <Tables>() =>
  new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })

/** Queries on the schema `system`. */
export const systemQuery: Kysely<SystemTables> = builder<SystemTables>().withSchema('system')

const engine = builder<EngineTables>()

/** Queries on the engine tables of a workspace. */
export const engineQuery = ({ schema }: WorkspaceRef): Kysely<EngineTables> => engine.withSchema(schema)

/** The statement of a built query. */
export function compiled(query: Compilable): Statement {
  const { sql, parameters } = query.compile()
  return { text: sql, values: parameters }
}

/** Runs a built query, with the row type that the builder inferred. */
export const runQuery = <Row>(connection: Connection, query: Compilable<Row>): Promise<Row[]> =>
  connection.query<Row>(compiled(query))

/** The first row of a built query, if there is one. */
export async function firstOf<Row>(connection: Connection, query: Compilable<Row>): Promise<Row | undefined> {
  const [row] = await runQuery(connection, query)
  return row
}
