import { sightColumns } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { quoteIdent, quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import { announcementChannel } from '../publish/announcement.ts'
import type { Scene } from '../records/scene.ts'

/** A notification holds 8,000 bytes, and base64 makes four of three. */
const mostBytes = 5500

const objectSql = (columns: readonly string[]): string =>
  `jsonb_build_object(${columns.map((name) => `'${name}', ${quoteIdent(name)}`).join(', ')})::text`

/**
 * Says of records that are about to be deleted for good what decides who saw them, so that open lists let go of them
 * and nobody else hears of them. It is said when the transaction commits, and kept nowhere.
 */
export async function announcePurged(
  tx: Connection,
  { workspace: { schema }, app }: Scene,
  form: string,
  ids: readonly string[],
): Promise<void> {
  const columns = sightColumns(app, form)
  const base64 = (column: string) => `translate(encode(convert_to(${column}, 'UTF8'), 'base64'), chr(10), '')`
  const text = `select pg_notify($1, $2 || ' ' || id || ' ' || ${base64(`case when octet_length(whole) > ${mostBytes} then little else whole end`)})
    from (select id, ${objectSql(columns)} as whole, ${objectSql(['id', 'owner', 'department'])} as little
      from ${quoteTable(schema, form)} where id = any($3)) as gone`
  await tx.query(prepared({ text, values: [announcementChannel, `${schema}:records ${form}`, ids] }))
}

/** The row of a purged record as it was announced: JSON. */
export const purgedRow = (announced: string): string => Buffer.from(announced, 'base64').toString('utf8')
