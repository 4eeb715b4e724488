import type { Transacting } from '../connection/connection.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { importTable } from './import-store.ts'

/** A server that ended so often in the middle of a job, which got no further meanwhile, ends of it. */
const mostTurns = 3

const atWork = `state in ('checking', 'importing')`

/**
 * Works at an import whose lock is held. A turn that its server does not live to see the end of counts until the import
 * gets further than ever before; false, without another one, where there were too many of them.
 */
export async function inTurn(
  session: Transacting,
  workspace: WorkspaceRef,
  id: string,
  work: () => Promise<void>,
): Promise<boolean> {
  const [begun] = await session.query<{ turns: number }>({
    text: `update ${importTable(workspace)} set turns = turns + 1 where id = $1 and ${atWork} returning turns`,
    values: [id],
  })
  if (begun !== undefined && begun.turns > mostTurns) return false
  await work()
  // Also where it was only asked to stop.
  await session.query({
    text: `update ${importTable(workspace)} set turns = greatest(turns - 1, 0) where id = $1 and ${atWork}`,
    values: [id],
  })
  return true
}
