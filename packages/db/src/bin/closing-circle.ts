import type { LinkSite, RelationSite } from '@pipewright/metadata'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import { holdTree, readAbove, treeFields } from '../records/refuse-circles.ts'
import type { Scene } from '../records/scene.ts'
import type { GoneRecord } from './gone.ts'

/**
 * Where a tree shows the records: which of those that lay under the record by this field would put it under itself,
 * since it lies under that one by now. Of all above it only the highest can. It is let go of for good.
 */
export async function forgetClosing(
  tx: Connection,
  scene: Scene,
  gone: GoneRecord,
  site: RelationSite | LinkSite,
  letGo: readonly { readonly record: string }[],
): Promise<string | undefined> {
  const form = scene.app.form(gone.form)
  const field = site.field.key
  const isOfTree = site.form === gone.form && !('lineItems' in site && site.lineItems !== undefined)
  if (form === undefined || !isOfTree || !treeFields(scene.app, gone.form).has(field)) return undefined
  const ids = letGo.map(({ record }) => record)
  const { schema } = scene.workspace
  // Records before the tree, in the order in which whoever moves them holds both.
  await tx.query(
    prepared({
      text: `select 1 from ${quoteTable(schema, form.table)} where id = any($1) order by id for update`,
      values: [ids],
    }),
  )
  await holdTree(tx, scene, gone.form, field)
  const above = await readAbove(tx, scene, form, field, [gone.id])
  const closing = ids.find((id) => above.get(id) === null)
  if (closing === undefined) return undefined
  await tx.query(
    prepared({
      text: `delete from ${quoteTable(schema, '_let_go')} where gone = $1 and form = $2 and field = $3 and record = $4`,
      values: [gone.id, gone.form, field, closing],
    }),
  )
  return closing
}
