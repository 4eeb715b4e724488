import { planQuery, recordAnswer, type QueryRequest, type RecordAnswer } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import type { Outcome } from './outcome.ts'
import { readSceneOf, run, runOnce, type Scene } from './scene.ts'

export interface PageRequest extends Omit<QueryRequest, 'after' | 'isNamed'> {
  /** What is called just as is sought stands before everything else, also where that is found by a later page again. */
  readonly namedFirst?: boolean | undefined
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

const mostNamed = 5

/** One page of records: one statement, whatever it shows; one more where what is called so comes first. */
export async function queryRecords(
  connection: Connection,
  scene: Scene,
  form: string,
  { namedFirst = false, ...request }: PageRequest,
): Promise<Page> {
  if (!namedFirst || request.search === undefined || request.after !== undefined)
    return readPage(connection, scene, form, request)
  const named = await readPage(connection, scene, form, { ...request, isNamed: true, limit: mostNamed })
  const page = await readPage(connection, scene, form, request)
  if (!named.ok || !page.ok) return page
  const ids = new Set(named.rows.map(({ id }) => id))
  return { ...page, rows: [...named.rows, ...page.rows.filter(({ id }) => !ids.has(id))] }
}

async function readPage(
  connection: Connection,
  scene: Scene,
  form: string,
  request: Omit<QueryRequest, 'after'> & Pick<PageRequest, 'after'>,
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
