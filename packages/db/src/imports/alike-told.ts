import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { Scene } from '../records/scene.ts'
import { targetTitles } from './preview-titles.ts'
import type { Fate, RowAlike } from './row-alike.ts'

/** Why a row is thought to be there already, as its importer is told at this moment. */
export interface AlikeTold {
  readonly record: { readonly id: string; readonly title: string } | null
  readonly more: boolean
  readonly fields: readonly string[]
  readonly twice: number | null
  /** Names of members whose records look the same and may not be seen; "" without an owner. */
  readonly hidden: readonly string[]
  readonly mayUpdate: boolean
  readonly fate: Fate | 'ask'
}

interface Row {
  readonly row: number
  readonly alike: RowAlike | null
  readonly fate?: Fate | 'ask' | null
}

async function namesOf(
  connection: Connection,
  { workspace }: Scene,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await connection.query<{ id: string; name: string }>({
    text: `select id, name from ${quoteTable(workspace.schema, '_member')} where id = any($1::uuid[])`,
    values: [ids],
  })
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** What rows look like, by their lines: only records and fields that may still be seen, and hidden ones as long as the form tells of them. */
export async function alikeTold(
  connection: Connection,
  scene: Scene,
  form: string,
  rows: readonly Row[],
): Promise<ReadonlyMap<number, AlikeTold>> {
  const looks = rows.flatMap((row) => (row.alike === null ? [] : [{ ...row, alike: row.alike }]))
  if (looks.length === 0) return new Map()
  const targets = looks.map(({ alike }) => ({ target: alike.record }))
  const titles = await targetTitles(connection, scene, form, targets)
  const isTold = scene.app.form(form)?.form.matching?.tellHidden === true
  const owners = isTold ? looks.flatMap(({ alike }) => alike.owners) : []
  const names = await namesOf(
    connection,
    scene,
    owners.filter((id) => id !== null),
  )
  const readable = scene.rights.forms[form]?.fields ?? {}
  return new Map(
    looks.map(({ row, alike, fate }): [number, AlikeTold] => {
      const { record, more, twice, may } = alike
      const title = record === null ? undefined : titles.get(record)
      const isSeen = record !== null && title !== undefined
      return [
        row,
        {
          record: isSeen ? { id: record, title } : null,
          more: isSeen && more,
          fields: alike.fields.filter((key) => Object.hasOwn(readable, key)),
          twice,
          hidden: isTold ? alike.owners.map((owner) => (owner === null ? '' : (names.get(owner) ?? ''))) : [],
          mayUpdate: isSeen && may,
          fate: fate ?? 'leave',
        },
      ]
    }),
  )
}
