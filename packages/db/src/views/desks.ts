import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'

/** How a member arranged the views of a form for himself. */
export interface ViewArrangement {
  readonly order: readonly string[]
  readonly opens: string | null
}

const table = ({ schema }: WorkspaceRef) => quoteTable(schema, '_desk')

export async function readArrangement(
  connection: Connection,
  workspace: WorkspaceRef,
  member: string,
  form: string,
): Promise<ViewArrangement> {
  const [row] = await connection.query<{ order: string[] | null; opens: string | null }>(
    prepared({
      text: `select orders -> $2 as "order", opens ->> $2 as opens from ${table(workspace)} where member = $1`,
      values: [member, form],
    }),
  )
  return { order: row?.order ?? [], opens: row?.opens ?? null }
}

/** Changes what is given; the rest stays. */
export async function changeArrangement(
  connection: Connection,
  workspace: WorkspaceRef,
  { member, form, order, opens }: { member: string; form: string } & Partial<ViewArrangement>,
): Promise<void> {
  const orders = order === undefined ? {} : { [form]: order }
  const opened = opens === undefined || opens === null ? {} : { [form]: opens }
  await connection.query({
    text: `insert into ${table(workspace)} as desk (member, orders, opens) values ($1, $2, $3)
      on conflict (member) do update set orders = desk.orders || excluded.orders,
        opens = case when $4 then desk.opens - $5 else desk.opens end || excluded.opens`,
    values: [member, JSON.stringify(orders), JSON.stringify(opened), opens === null, form],
  })
}

/** The dashboard a member chose to begin with. */
export async function readHome(
  connection: Connection,
  workspace: WorkspaceRef,
  member: string,
): Promise<string | null> {
  const [row] = await connection.query<{ home: string | null }>(
    prepared({ text: `select home from ${table(workspace)} where member = $1`, values: [member] }),
  )
  return row?.home ?? null
}

export async function writeHome(
  connection: Connection,
  workspace: WorkspaceRef,
  member: string,
  home: string | null,
): Promise<void> {
  await connection.query({
    text: `insert into ${table(workspace)} (member, home) values ($1, $2)
      on conflict (member) do update set home = excluded.home`,
    values: [member, home],
  })
}
