import pg from 'pg'

/** One connection for many queries of a test. */
export interface Connection {
  query<T extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<T[]>
  end(): Promise<void>
}

/** A connection that stays open until `end`, for tests that ask thousands of times. */
export async function connect(url: string): Promise<Connection> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return {
    query: async <T extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
      (await client.query<T>(sql, values)).rows,
    end: () => client.end(),
  }
}

/** One statement on a connection of its own; for tests that look at the database from outside. */
export async function query<T extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<T[]> {
  const connection = await connect(url)
  try {
    return await connection.query<T>(sql, values)
  } finally {
    await connection.end()
  }
}
