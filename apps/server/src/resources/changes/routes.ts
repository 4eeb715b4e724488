import { problems, problemText, type Locale, type UndoStep as Answer } from '@pipewright/contract'
import { listChangeSets, undoStep, type UndoRefusal, type UndoStep } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { fieldBody } from '../../problems/problem-body.ts'
import { refuse } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import { changeSetShape } from '../../scene/change-set-in.ts'
import type { Services } from '../../services.ts'
import { orRefuse } from '../records/refuse-record.ts'

/** What stands in the way: the messages of the fields where there are some. */
function refusalAnswer({ problem, ...place }: UndoRefusal, locale: Locale): Answer['refused'][number] {
  const errors = (problem.errors ?? []).map(fieldBody(locale))
  const fields = errors.flatMap(({ pointer }) => /^\/values\/([^/]+)/.exec(pointer)?.[1] ?? [])
  const message =
    errors.length === 0
      ? problemText(problems[problem.code], locale, problem.params)
      : [...new Set(errors.map((error) => error.message))].join(' ')
  return { ...place, code: problem.code, message, fields: [...new Set(fields)] }
}

function stepAnswer({ done, left, refused, next }: UndoStep, locale: Locale): Answer {
  return {
    done: [...done],
    left: left.map((each) => ({ ...each })),
    refused: refused.map((each) => refusalAnswer(each, locale)),
    next,
  }
}

/** What one did to records, and taking it back. */
export function registerChanges(app: FastifyInstance, { database }: Services): void {
  register(app, 'listChanges', async ({ member }) => {
    const { changes, undo, redo } = await listChangeSets(database, member())
    const entries = changes.map(({ kinds, fields, ...rest }) => ({
      ...rest,
      kinds: [...kinds],
      fields: [...fields],
    }))
    return { changes: entries, undo, redo }
  })

  register(app, 'undoChange', async ({ params, body, member, locale }) => {
    const { into, after } = body
    if (!changeSetShape.test(into) || into === params.id) refuse('bad-request')
    const request = { set: params.id, into, ...(after === undefined ? {} : { after }) }
    return stepAnswer(orRefuse(await undoStep(database, member(), request)), locale)
  })
}
