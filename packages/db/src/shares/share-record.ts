import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import { eventOf, insertEvents } from '../ledger/record-event.ts'
import { notify } from '../notifications/notify.ts'
import { rightsOfMember } from '../notifications/rights-of-member.ts'
import { announceMembers } from '../people/announce.ts'
import { getRecord, isIdentity } from '../records/get-record.ts'
import { refused, type Outcome } from '../records/outcome.ts'
import { dayIn, type Scene } from '../records/scene.ts'
import { shareColumns, type StoredShare } from './list-shares.ts'
import { mayShare } from './may-share.ts'

export interface NewShare {
  readonly member: string | null
  readonly department: string | null
  readonly edit: boolean
  /** The last day on which it counts, in the zone of whoever shares. */
  readonly until: string | null
}

/** So many records may be shared with one member or department: more of them is a matter of roles. */
export const mostShares = 1000

interface Site {
  readonly form: string
  readonly record: string
}

const table = ({ workspace }: Scene): string => quoteTable(workspace.schema, '_record_share')

const invalid = (
  pointer: string,
  code: 'no-such-member' | 'too-many' | 'bad-date',
  params?: { max: number },
) => refused('invalid', { errors: [{ pointer, code, ...(params === undefined ? {} : { params }) }] })

/** Members whom a share reaches and whose roles show the form. */
async function reached(tx: Connection, scene: Scene, { member, department }: NewShare): Promise<string[]> {
  if (member !== null) return [member]
  const { schema } = scene.workspace
  const rows = await tx.query<{ id: string }>(
    prepared({
      text: `with recursive tree as (
          select $1::uuid as id
          union select child.id from ${quoteTable(schema, '_department')} child join tree on child.parent = tree.id)
        select id from ${quoteTable(schema, '_member')} where active and department in (select id from tree) order by id`,
      values: [department],
    }),
  )
  return rows.map(({ id }) => id)
}

async function exists(tx: Connection, scene: Scene, { member, department }: NewShare): Promise<boolean> {
  const { schema } = scene.workspace
  const of = member === null ? quoteTable(schema, '_department') : quoteTable(schema, '_member')
  const alive = member === null ? '' : ' and active'
  const rows = await tx.query({
    text: `select 1 from ${of} where id = $1${alive}`,
    values: [member ?? department],
  })
  return rows.length > 0
}

async function isFull(tx: Connection, scene: Scene, { member, department }: NewShare): Promise<boolean> {
  const [row] = await tx.query<{ count: number }>({
    text: `select count(*)::int as count from ${table(scene)}
      where ${member === null ? 'department' : 'member'} = $1 and (ends_at is null or ends_at > $2::timestamptz)`,
    values: [member ?? department, scene.now],
  })
  return (row?.count ?? 0) >= mostShares
}

async function tell(tx: Connection, scene: Scene, { form, record }: Site, share: NewShare): Promise<void> {
  const readers: string[] = []
  for (const member of await reached(tx, scene, share))
    if ((await rightsOfMember(tx, scene, member))?.forms[form]?.read === true) readers.push(member)
  await notify(tx, scene, { kind: 'assigned', members: readers, form, record, params: { shared: true } })
}

const noteInLedger = (tx: Connection, scene: Scene, { form, record }: Site, kind: string, whom: string) =>
  insertEvents(tx, scene.workspace.schema, [
    { ...eventOf(scene, form, record, kind, { type: 'person', id: whom }, {}), change_set: null },
  ])

async function store(
  tx: Connection,
  scene: Scene,
  { form, record }: Site,
  share: NewShare,
): Promise<StoredShare> {
  const { member, department, edit, until } = share
  const [stored] = await tx.query<StoredShare>({
    text: `insert into ${table(scene)} as s
        (id, form, record, member, department, edit, until, ends_at, shared_by, shared_at)
      values ($1, $2, $3, $4, $5, $6, $7::date, ($7::date + 1)::timestamp at time zone $8, $9, $10)
      on conflict (record, coalesce(member, department)) do update set edit = excluded.edit, until = excluded.until,
        ends_at = excluded.ends_at, shared_by = excluded.shared_by, shared_at = excluded.shared_at
      returning ${shareColumns}`,
    values: [
      scene.newId(),
      form,
      record,
      member,
      department,
      edit,
      until,
      scene.actor.zone,
      scene.actor.memberId,
      scene.now,
    ],
  })
  if (stored === undefined) throw new Error('a share that was stored is not there')
  return stored
}

/** Opens a record to a member or a department; shared again, the newer terms count. */
export async function shareRecord(
  tx: Connection,
  scene: Scene,
  site: Site,
  share: NewShare,
): Promise<Outcome<{ readonly share: StoredShare }>> {
  const found = await getRecord(tx, scene, site.form, site.record)
  if (!found.ok) return refused('not-found')
  if (!(await mayShare(tx, scene, site.form, found.record))) return refused('not-allowed')
  const pointer = share.member === null ? '/department' : '/member'
  if ((share.member === null) === (share.department === null) || !(await exists(tx, scene, share)))
    return invalid(pointer, 'no-such-member')
  if (share.until !== null && share.until < dayIn(scene.actor.zone, scene.now))
    return invalid('/until', 'bad-date')
  if (await isFull(tx, scene, share)) return invalid(pointer, 'too-many', { max: mostShares })
  const stored = await store(tx, scene, site, share)
  await noteInLedger(tx, scene, site, 'share', share.member ?? share.department ?? '')
  await tell(tx, scene, site, share)
  await announceMembers(tx, scene.workspace)
  return { ok: true, share: stored }
}

/** Ends a share before its day: for whoever may share the record, and for whom it was shared with himself. */
export async function endShare(
  tx: Connection,
  scene: Scene,
  site: Site,
  id: string,
): Promise<Outcome<object>> {
  const found = await getRecord(tx, scene, site.form, site.record)
  if (!found.ok || !isIdentity(id)) return refused('not-found')
  const [share] = await tx.query<StoredShare>({
    text: `select ${shareColumns} from ${table(scene)} where id = $1 and record = $2 and form = $3 for update`,
    values: [id, site.record, site.form],
  })
  if (share === undefined) return refused('not-found')
  const isMine = share.member === scene.actor.memberId
  if (!isMine && !(await mayShare(tx, scene, site.form, found.record))) return refused('not-allowed')
  await tx.query({ text: `delete from ${table(scene)} where id = $1`, values: [id] })
  await noteInLedger(tx, scene, site, 'unshare', share.member ?? share.department ?? '')
  await announceMembers(tx, scene.workspace)
  return { ok: true }
}
