import type { MigrationStep } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { quoteIdent, quoteTable } from '../connection/quote-ident.ts'

interface Place {
  readonly tx: Connection
  readonly schema: string
}

/** Keeps values of forms that are no longer named aside, by form; and brings those back whose form is named again. */
export async function moveTargets(
  { tx, schema }: Place,
  { table, column, forms }: Extract<MigrationStep, { type: 'moveTargets' }>,
): Promise<void> {
  const rows = quoteTable(schema, table)
  const now = quoteIdent(column)
  const aside = quoteIdent(`_aside_${column}`)
  await tx.query({ text: `alter table ${rows} add column if not exists ${aside} jsonb`, values: [] })
  await tx.query({
    text: `update ${rows} set ${aside} = coalesce(${aside}, '{}') || jsonb_build_object(${now} ->> 'form', ${now}), ${now} = null where ${now} is not null and ${now} ->> 'form' <> all($1)`,
    values: [forms],
  })
  await tx.query({
    text: `update ${rows} r set ${now} = k.value, ${aside} = nullif(r.${aside} - k.key, '{}') from (select o.ctid as place, e.key, e.value, row_number() over (partition by o.ctid) as nth from ${rows} o cross join lateral jsonb_each(o.${aside}) as e where o.${now} is null and e.key = any($1)) as k where r.ctid = k.place and k.nth = 1`,
    values: [forms],
  })
}
