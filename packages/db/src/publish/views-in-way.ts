import { tablePlans, type MigrationPlan } from '@pipewright/compiler'
import type { AppDefinition } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { severities, type Effect } from './effect.ts'

/** A view that somebody made by hand in the database. */
interface LookingView {
  readonly table: string
  readonly view: string
}

/** Columns that a plan drops or stores otherwise; PostgreSQL refuses both while a view looks at them. */
const altered = ({ steps }: MigrationPlan) =>
  steps.flatMap((step) =>
    step.type === 'dropColumn' || step.type === 'widenColumn' || step.type === 'changeCount'
      ? [{ table: step.table, column: step.column }]
      : [],
  )

/** Views that look at columns which a plan alters, as they are named in SQL. */
export async function viewsInWay(
  connection: Connection,
  schema: string,
  plan: MigrationPlan,
): Promise<readonly LookingView[]> {
  const columns = altered(plan)
  if (columns.length === 0) return []
  return connection.query<LookingView>({
    text: `select distinct owner.relname::text as "table", v.oid::regclass::text as view
      from pg_depend d
      join pg_rewrite w on w.oid = d.objid
      join pg_class v on v.oid = w.ev_class
      join pg_class owner on owner.oid = d.refobjid
      join pg_namespace n on n.oid = owner.relnamespace
      join pg_attribute a on a.attrelid = owner.oid and a.attnum = d.refobjsubid
      join unnest($2::text[], $3::text[]) as c(name, attribute) on c.name = owner.relname and c.attribute = a.attname
      where d.classid = 'pg_rewrite'::regclass and d.refclassid = 'pg_class'::regclass and n.nspname = $1
        and v.relkind in ('v', 'm') order by 1, 2`,
    values: [schema, columns.map(({ table }) => table), columns.map(({ column }) => column)],
  })
}

/** What views keep from being published, by the key of the form. */
export async function viewEffects(
  connection: Connection,
  schema: string,
  plan: MigrationPlan,
  before: AppDefinition,
): Promise<ReadonlyMap<string, readonly Effect[]>> {
  const found = await viewsInWay(connection, schema, plan)
  const owners = new Map(tablePlans(before).map(({ name, form }) => [name, form]))
  const byForm = Map.groupBy(found, ({ table }) => owners.get(table) ?? '')
  return new Map(
    before.forms.flatMap(({ key, label }): [string, Effect[]][] => {
      const views = [...new Set((byForm.get(key) ?? []).map(({ view }) => view))]
      const code = 'view-in-way'
      const effect = { code, severity: severities[code], count: views.length, params: { form: label, views } }
      return views.length === 0 ? [] : [[key, [effect as Effect]]]
    }),
  )
}
