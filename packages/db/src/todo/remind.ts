import type { Connection, Transacting } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { notify, type Notifying } from '../notifications/notify.ts'
import { announceTasks } from '../people/announce.ts'

const perTurn = 100

interface Due {
  readonly id: string
  readonly title: string
  readonly assignees: readonly string[]
}

async function remindSome(tx: Connection, scene: Notifying): Promise<number> {
  const table = quoteTable(scene.workspace.schema, '_task')
  const due = await tx.query<Due>({
    text: `with due as (
        select id from ${table} where remind_at <= $1 and done_at is null order by remind_at, id limit ${perTurn} for update skip locked
      ) update ${table} t set remind_at = null from due where t.id = due.id returning t.id, t.title, t.assignees`,
    values: [scene.now],
  })
  for (const { id, title, assignees } of due.toSorted((one, other) => (one.id < other.id ? -1 : 1)))
    await notify(tx, scene, {
      kind: 'reminder',
      members: assignees,
      actor: null,
      topic: id,
      params: { text: title, path: '/todo' },
    })
  return due.length
}

/**
 * Tells of every reminder that is due, each once whoever else looks at the same moment: it is taken in the transaction
 * that tells of it. What fell due while no server ran is told late.
 */
export async function remindOfTasks(
  database: Transacting,
  scene: Notifying,
  isStopping: () => boolean,
): Promise<void> {
  while (!isStopping()) {
    const told = await database.transaction((tx) => remindSome(tx, scene))
    if (told < perTurn) return
  }
}

/** What was put off comes back: pages that are open look again. */
export async function endSnoozes(connection: Connection, { workspace, now }: Notifying): Promise<void> {
  const ended = await connection.query({
    text: `delete from ${quoteTable(workspace.schema, '_snooze')} where until <= $1 returning item`,
    values: [now],
  })
  if (ended.length > 0) await announceTasks(connection, workspace)
}
