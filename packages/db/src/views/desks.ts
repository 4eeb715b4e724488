import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'

/** How a member arranged the views of a form for himself. */
export interface ViewArrangement {
  readonly order: readonly string[]
  readonly opens: string | null
  /** Columns and lanes of boards, by view or by view and field of the lanes. */
  readonly folded: Readonly<Record<string, readonly string[]>>
}

const table = ({ schema }: WorkspaceRef) => quoteTable(schema, '_desk')

export async function readArrangement(
  connection: Connection,
  workspace: WorkspaceRef,
  member: string,
  form: string,
): Promise<ViewArrangement> {
  const [row] = await connection.query<{
    order: string[] | null
    opens: string | null
    folded: Record<string, string[]> | null
  }>(
    prepared({
      text: `select orders -> $2 as "order", opens ->> $2 as opens, folded -> $2 as folded from ${table(workspace)} where member = $1`,
      values: [member, form],
    }),
  )
  return { order: row?.order ?? [], opens: row?.opens ?? null, folded: row?.folded ?? {} }
}

/** Changes what is given; the rest stays. */
export async function changeArrangement(
  connection: Connection,
  workspace: WorkspaceRef,
  {
    member,
    form,
    order,
    opens,
  }: { member: string; form: string } & Partial<Pick<ViewArrangement, 'order' | 'opens'>>,
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

/** So many columns or lanes of a view are remembered as folded. */
const mostFolded = 500

export interface Fold {
  readonly member: string
  readonly form: string
  /** A view, or a view and the field of its lanes. */
  readonly part: string
  readonly value: string
  readonly folded: boolean
}

/** Folds one column or lane, or unfolds it; what others of his windows fold meanwhile stays. */
export async function changeFold(
  connection: Connection,
  workspace: WorkspaceRef,
  { member, form, part, value, folded }: Fold,
): Promise<void> {
  const own = `coalesce(desk.folded #> array[$2, $3], '[]')`
  await connection.query({
    text: `insert into ${table(workspace)} as desk (member, folded)
      values ($1, jsonb_build_object($2::text, jsonb_build_object($3::text, $4::jsonb)))
      on conflict (member) do update set folded = jsonb_set(
        jsonb_set(desk.folded, array[$2], coalesce(desk.folded -> $2, '{}')), array[$2, $3], (${own} - $5) || $4::jsonb)
      where $4::jsonb = '[]' or jsonb_array_length(${own}) < ${mostFolded}`,
    values: [member, form, part, JSON.stringify(folded ? [value] : []), value],
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
