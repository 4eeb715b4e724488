import { planSelection } from '@pipewright/compiler'
import { sql } from '@pipewright/logic'
import type { Expression } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { readSceneOf, runOnce, type Scene } from '../records/scene.ts'
import { countOwn, type OwnThing } from './hand-over-own.ts'
import { memberFields, naming, ownedBy } from './hand-over.ts'

export interface Belongings {
  readonly forms: readonly {
    readonly form: string
    readonly owned: number
    readonly fields: readonly { readonly field: string; readonly records: number }[]
  }[]
  readonly tasks: number
  readonly own: Readonly<Record<OwnThing, number>>
}

/** What a member owns, is named by and has to decide, in numbers alone: those who manage members need not read it. */
export async function belongingsOf(
  connection: Connection,
  scene: Scene,
  member: string,
): Promise<Belongings> {
  const system = { ...scene, rights: scene.app.rights({ ...scene.actor, admin: true }) }
  const count = async (form: string, filter: Expression): Promise<number> => {
    const chosen = planSelection(readSceneOf(system), form, { filter })
    if (!chosen.ok) return 0
    const [row] = await runOnce<{ count: number }>(
      connection,
      sql`select count(*)::int as count from (${chosen.statement}) as counted`,
    )
    return row?.count ?? 0
  }
  const forms: Belongings['forms'][number][] = []
  for (const { key } of scene.app.definition.forms) {
    const form = scene.app.form(key)
    if (form === undefined) continue
    const fields = []
    for (const field of memberFields(form)) {
      const records = await count(key, naming(form, field, member))
      if (records > 0) fields.push({ field, records })
    }
    const owned = await count(key, ownedBy(member))
    if (owned > 0 || fields.length > 0) forms.push({ form: key, owned, fields })
  }
  const [waiting] = await connection.query<{ open: number }>({
    text: `select count(*)::int as open from ${quoteTable(scene.workspace.schema, '_approval_task')}
      where state = 'waiting' and approvers @> array[$1::uuid]`,
    values: [member],
  })
  return { forms, tasks: waiting?.open ?? 0, own: await countOwn(connection, scene.workspace, member) }
}
