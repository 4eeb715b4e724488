import { planQuery, recordAnswer, type QueryRequest, type RecordAnswer } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import type { Outcome } from './outcome.ts'
import { readSceneOf, run, runOnce, type Scene } from './scene.ts'

export interface PageRequest extends Omit<QueryRequest, 'after'> {
  /** Cursor of the page before, as it was answered. */
  readonly after?: string | undefined
}

export type Page = Outcome<{ readonly rows: readonly RecordAnswer[]; readonly next: string | null }>

const runnerFor = (search: string | undefined): typeof run => (search === undefined ? run : runOnce)

const write = (cursor: unknown): string => Buffer.from(JSON.stringify(cursor)).toString('base64url')

function read(after: string): unknown {
  try {
    return JSON.parse(Buffer.from(after, 'base64url').toString()) as unknown
  } catch {
    return null
  }
}

/** One page of records: one statement, whatever it shows. */
export async function queryRecords(
  connection: Connection,
  scene: Scene,
  form: string,
  request: PageRequest,
): Promise<Page> {
  const { after, ...rest } = request
  const plan = planQuery(
    readSceneOf(scene),
    form,
    after === undefined ? rest : { ...rest, after: read(after) },
  )
  if (!plan.ok) return plan
  const found = await runnerFor(request.search)(connection, plan.statement)
  const rows = found.slice(0, plan.limit)
  const last = found.length > plan.limit ? rows.at(-1) : undefined
  return {
    ok: true,
    rows: rows.map((row) => recordAnswer(row, plan.shape)),
    next: last === undefined ? null : write(plan.cursorOf(last)),
  }
}
