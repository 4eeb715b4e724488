import { planBin, planBinSelection, type BinNarrowing } from '@pipewright/compiler'
import type { SqlFragment } from '@pipewright/logic'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { toStatement } from '../connection/statement.ts'
import { readMark, writeMark } from '../ledger/history.ts'
import { readSceneOf, runOnce, type Scene } from '../records/scene.ts'

/** A record of the recycle bin as its list shows it. */
export interface BinRow {
  readonly form: string
  readonly id: string
  readonly title: string | null
  readonly at: string
  readonly member: string | null
  /** The record with which it went. */
  readonly root: string | null
  /** How many went with it. */
  readonly along: number
}

export interface BinPage {
  readonly rows: readonly BinRow[]
  readonly next: string | null
}

const perPage = 50

/** What was deleted in every form that the actor may take back from, last first. */
export async function readBin(
  connection: Connection,
  scene: Scene,
  narrowing: BinNarrowing,
  after: string | undefined,
): Promise<BinPage> {
  const place = { after: readMark(after), limit: perPage + 1 }
  const plan = planBin(readSceneOf(scene), narrowing, place)
  if (plan === undefined) return { rows: [], next: null }
  const found = await runOnce<BinRow>(connection, plan)
  const rows = found.slice(0, perPage)
  const last = found.length > perPage ? rows.at(-1) : undefined
  return { rows, next: last === undefined ? null : writeMark(last) }
}

async function over<Row>(
  connection: Connection,
  selection: SqlFragment,
  rest: (text: string) => string,
): Promise<Row[]> {
  const { text, values } = toStatement(selection)
  return connection.query<Row>({ text: rest(text), values })
}

/** How many are meant: all are counted, since somebody is about to take them back. */
export async function countBin(connection: Connection, scene: Scene, narrowing: BinNarrowing) {
  const selection = planBinSelection(readSceneOf(scene), narrowing)
  if (selection === undefined) return { count: 0, exact: true }
  const counting = (text: string) => `select count(*)::int as count from (${text}) as meant`
  const [row] = await over<{ count: number }>(connection, selection, counting)
  return { count: row?.count ?? 0, exact: true }
}

/** What goes for good with records, in numbers. */
export interface Loss {
  readonly records: number
  /** Of them those that went with the ones that are meant. */
  readonly along: number
  readonly files: number
  readonly bytes: number
  readonly comments: number
  readonly mails: number
  readonly tasks: number
}

const nothing: Loss = { records: 0, along: 0, files: 0, bytes: 0, comments: 0, mails: 0, tasks: 0 }

/** What would be lost if these records were deleted for good. */
export async function measureLoss(
  connection: Connection,
  scene: Scene,
  narrowing: BinNarrowing,
): Promise<Loss> {
  const selection = planBinSelection(readSceneOf(scene), { ...narrowing, purge: true })
  if (selection === undefined) return nothing
  const table = (name: string) => quoteTable(scene.workspace.schema, name)
  const [loss] = await over<Loss>(
    connection,
    selection,
    (text) => `with meant as (${text}), gone as (
        select id from meant union select g.record from ${table('_gone')} g where g.root in (select id from meant)
      ), kept as (select count(*)::int as files, coalesce(sum(bytes), 0)::float8 as bytes from ${table('_file')} where record in (select id from gone))
      select (select count(*)::int from gone) as records,
        (select count(*)::int from gone) - (select count(*)::int from meant) as along, kept.files, kept.bytes,
        (select count(*)::int from ${table('_comment')} where record in (select id from gone) and deleted_at is null) as comments,
        (select count(*)::int from ${table('_record_mail')} where record in (select id from gone)) as mails,
        (select count(*)::int from ${table('_task')} where record in (select id from gone)) as tasks
      from kept`,
  )
  return loss ?? nothing
}
