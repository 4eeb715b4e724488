import type { MigrationStep } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { forgetParked, notePark } from './parked.ts'
import { quoteIdent, quoteTable } from '../connection/quote-ident.ts'

interface Scene {
  readonly tx: Connection
  readonly schema: string
  readonly revision: number
  readonly now: string
}

/** Where values of forms wait that a relation to any of several no longer names. Keys of fields never begin like that. */
export const asideColumn = (key: string): string => `_aside_${key}`

/** Keeps values of forms that are no longer named aside, by form; and brings those back whose form is named again. */
export async function moveTargets(
  scene: Scene,
  { table, column, forms, form, field }: Extract<MigrationStep, { type: 'moveTargets' }>,
): Promise<void> {
  const { tx, schema } = scene
  const rows = quoteTable(schema, table)
  const now = quoteIdent(column)
  const aside = quoteIdent(asideColumn(column))
  await tx.query({ text: `alter table ${rows} add column if not exists ${aside} jsonb`, values: [] })
  const moved = await tx.query({
    text: `update ${rows} set ${aside} = coalesce(${aside}, '{}') || jsonb_build_object(${now} ->> 'form', ${now}), ${now} = null where ${now} is not null and ${now} ->> 'form' <> all($1) returning 1`,
    values: [forms],
  })
  await tx.query({
    text: `update ${rows} r set ${now} = k.value, ${aside} = nullif(r.${aside} - k.key, '{}') from (select o.ctid as place, e.key, e.value, row_number() over (partition by o.ctid) as nth from ${rows} o cross join lateral jsonb_each(o.${aside}) as e where o.${now} is null and e.key = any($1)) as k where r.ctid = k.place and k.nth = 1`,
    values: [forms],
  })
  const left = await tx.query({
    text: `select 1 from ${rows} where ${aside} is not null limit 1`,
    values: [],
  })
  const parked = { table, column: asideColumn(column), form, field }
  // What went aside earlier is kept as long as what went now.
  if (moved.length > 0) await notePark(scene, parked)
  if (left.length === 0) await forgetParked(scene, table, parked.column)
}
