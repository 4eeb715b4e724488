import type { Reminder } from '@pipewright/schemas'
import { ownersManager } from '../approvals/approvers.ts'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { Scene } from '../records/scene.ts'

/** A record that it is time to tell of. */
export interface DueRecord {
  readonly id: string
  /** The date it is about, "YYYY-MM-DD". */
  readonly day: string
  readonly owner: string | null
  /** Who stands in the fields whose members are told. */
  readonly people: readonly (string | null)[]
}

/** A record and a member who would be told of it. */
interface Pair {
  readonly record: string
  readonly member: string
}

/** Whoever said so, and the owner as his settings have it. */
const followers = (tx: Connection, { workspace: { schema } }: Scene, due: readonly DueRecord[]) => {
  const look = quoteTable(schema, '_look')
  return tx.query<Pair>({
    text: `select record, member from ${look} where record = any($1::uuid[]) and follows
      union select x.record, x.owner from unnest($1::uuid[], $2::uuid[]) as x(record, owner) where x.owner is not null
        and not exists (select from ${look} l where l.record = x.record and l.member = x.owner and l.follows is not null)
        and coalesce((select follow_own from ${quoteTable(schema, '_notification_setting')} s where s.member = x.owner), true)`,
    values: [due.map(({ id }) => id), due.map(({ owner }) => owner)],
  })
}

async function managers(tx: Connection, { workspace }: Scene, due: readonly DueRecord[]): Promise<Pair[]> {
  const pairs: Pair[] = []
  for (const [owner, records] of Map.groupBy(due, (record) => record.owner)) {
    if (owner === null) continue
    const found = await ownersManager(tx, workspace, owner)
    pairs.push(...found.flatMap((member) => records.map(({ id }) => ({ record: id, member }))))
  }
  return pairs
}

const withRole = async (
  tx: Connection,
  { workspace: { schema } }: Scene,
  role: string,
): Promise<string[]> => {
  const rows = await tx.query<{ member: string }>({
    text: `select member from ${quoteTable(schema, '_member_role')} where role = $1`,
    values: [role],
  })
  return rows.map(({ member }) => member)
}

const each = (due: readonly DueRecord[], members: readonly string[]): Pair[] =>
  due.flatMap(({ id }) => members.map((member) => ({ record: id, member })))

async function named(
  tx: Connection,
  scene: Scene,
  told: Reminder['tell'][number],
  due: readonly DueRecord[],
): Promise<readonly Pair[]> {
  switch (told.type) {
    case 'owner':
      return due.flatMap(({ id, owner }) => (owner === null ? [] : [{ record: id, member: owner }]))
    case 'field':
      return due.flatMap(({ id, people }) =>
        people.flatMap((member) => (member === null ? [] : [{ record: id, member }])),
      )
    case 'followers':
      return followers(tx, scene, due)
    case 'ownersManager':
      return managers(tx, scene, due)
    case 'role':
      return each(due, await withRole(tx, scene, told.role))
    case 'member':
      return each(due, [told.member])
  }
}

/** The records each member would be told of, whether or not he may see them. */
export async function recipientsOf(
  tx: Connection,
  scene: Scene,
  { tell }: Reminder,
  due: readonly DueRecord[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const byMember = new Map<string, Set<string>>()
  for (const told of tell)
    for (const { record, member } of await named(tx, scene, told, due))
      byMember.set(member, (byMember.get(member) ?? new Set<string>()).add(record))
  return byMember
}
