import { maskChanges, type CompiledForm } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import type { Scene } from '../records/scene.ts'

const mostVersions = 200

/** Fields that the last `versions` changes of a record touched. Recalculations are no change of version. */
export async function changedSince(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  record: string,
  versions: number,
): Promise<string[]> {
  const rights = scene.rights.forms[form.key]
  if (rights === undefined || versions <= 0) return []
  const rows = await tx.query<{ changes: Readonly<Record<string, [unknown, unknown]>> }>(
    prepared({
      text: `select changes from ${quoteTable(scene.workspace.schema, '_record_event')}
        where form = $1 and record = $2 and kind not in ('recalculate', 'share', 'unshare') order by at desc, id desc limit $3`,
      values: [form.key, record, Math.min(versions, mostVersions)],
    }),
  )
  return [
    ...new Set(rows.flatMap(({ changes }) => maskChanges(form, rights, changes).map(({ field }) => field))),
  ]
}
