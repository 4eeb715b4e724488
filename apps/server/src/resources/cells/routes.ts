import { problems, problemText, type CellProblem, type CellRow, type Locale } from '@pipewright/contract'
import { nameOther, readTexts, updateRecord, writeTransaction, type ReadTexts } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { fieldBody } from '../../problems/problem-body.ts'
import { refuse } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'
import { rowProblem } from '../imports/row-messages.ts'
import type { Refused } from '../records/refuse-record.ts'

const bodyLimit = 8 * 1024 * 1024

/** What could not be read, cell by cell. */
const unread = (id: string, read: ReadTexts, locale: Locale): CellProblem[] =>
  read.problems.map((problem) => ({
    id,
    field: problem.field,
    text: problem.value,
    message: rowProblem(problem, locale).message,
  }))

/** Why the write service refused a record: field by field where it is about fields. */
function refusal(id: string, { code, params, errors = [] }: Refused, locale: Locale): CellProblem[] {
  if (errors.length === 0)
    return [{ id, field: null, text: null, message: problemText(problems[code], locale, params) }]
  return errors.map(fieldBody(locale)).map(({ pointer, message }) => ({
    id,
    field: /^\/values\/([^/]+)/.exec(pointer)?.[1] ?? null,
    text: null,
    message,
  }))
}

type Written = { readonly ok: true } | { readonly ok: false; readonly problem: Refused | null }

async function writeRow(
  { database }: Services,
  scene: MemberScene,
  { form, row, values, check }: WriteRow,
): Promise<Refused | null> {
  const { id, version } = row
  const outcome = await writeTransaction<Written>(database, async (tx) => {
    const written = await updateRecord(tx, scene, form, id, { version, values }, scene.cause)
    // Nothing stays of a check.
    return written.ok && check ? { ok: false, problem: null } : written
  })
  if (outcome.ok || outcome.problem === null) return null
  const told = { ok: false, problem: outcome.problem } as Parameters<typeof nameOther>[2]
  const named = await nameOther(database, scene, told, { form, values, except: id })
  return named.ok ? null : named.problem
}

interface WriteRow {
  readonly form: string
  readonly row: CellRow
  readonly values: Readonly<Record<string, unknown>>
  readonly check: boolean
}

/** Cells of many records at once, as they are pasted and filled. */
export function registerCells(app: FastifyInstance, services: Services): void {
  register(
    app,
    'changeCells',
    async ({ params: { form }, body: { rows, check = false }, member, locale }) => {
      const scene = member()
      if (scene.rights.forms[form]?.read !== true) refuse('not-found')
      const read = await readTexts(
        services.database,
        scene,
        form,
        rows.map(({ texts = {} }) => texts),
      )
      const answer: { done: string[]; problems: CellProblem[] } = { done: [], problems: [] }
      for (const [at, row] of rows.entries()) {
        const { values = {}, problems: wrong = [] } = read[at] ?? {}
        if (wrong.length > 0) {
          answer.problems.push(...unread(row.id, { values, problems: wrong }, locale))
          continue
        }
        const problem = await writeRow(services, scene, {
          form,
          row,
          values: { ...row.values, ...values },
          check,
        })
        if (problem === null) answer.done.push(row.id)
        else answer.problems.push(...refusal(row.id, problem, locale))
      }
      return answer
    },
    { bodyLimit },
  )
}
