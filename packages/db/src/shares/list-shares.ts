import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import { rightsOfMember } from '../notifications/rights-of-member.ts'
import { getRecord } from '../records/get-record.ts'
import { refused, type Outcome } from '../records/outcome.ts'
import type { Scene } from '../records/scene.ts'
import { mayShare } from './may-share.ts'

export interface StoredShare {
  readonly id: string
  readonly member: string | null
  readonly department: string | null
  readonly edit: boolean
  /** The last day on which it counts; null without an end. */
  readonly until: string | null
  readonly by: string
  readonly at: string
}

export interface ListedShare extends StoredShare {
  /** Whether the roles of the member show the form at all: what is shared is seen within them. Of a department not known. */
  readonly reaches: boolean
}

export const shareColumns = 'id, member, department, edit, until, shared_by as by, shared_at as at'

/** With whom a record is shared now, for whoever may read it. */
export async function listShares(
  connection: Connection,
  scene: Scene,
  form: string,
  record: string,
): Promise<Outcome<{ readonly mayShare: boolean; readonly shares: readonly ListedShare[] }>> {
  const found = await getRecord(connection, scene, form, record)
  if (!found.ok) return refused('not-found')
  const stored = await connection.query<StoredShare>(
    prepared({
      text: `select ${shareColumns} from ${quoteTable(scene.workspace.schema, '_record_share')}
        where record = $1 and form = $2 and (ends_at is null or ends_at > $3::timestamptz) order by shared_at, id`,
      values: [record, form, scene.now],
    }),
  )
  const shares: ListedShare[] = []
  for (const share of stored) {
    const theirs = share.member === null ? undefined : await rightsOfMember(connection, scene, share.member)
    shares.push({ ...share, reaches: share.member === null || theirs?.forms[form]?.read === true })
  }
  return { ok: true, mayShare: await mayShare(connection, scene, form, found.record), shares }
}
