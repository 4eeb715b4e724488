import type { AnswerOf, Routes } from '@pipewright/contract'
import { listButtons, pressButton, writeTransaction } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { refuse } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'
import { recordAnswer, warningsAnswer } from '../records/answers.ts'

type Effects = AnswerOf<Routes['pressButton']>['effects']

/** Buttons of forms: all that one does, or nothing, with the rights of the one who presses it. */
export function registerButtons(app: FastifyInstance, { database, announcements }: Services): void {
  register(app, 'listButtons', async ({ params, member }) => {
    const { form, id: record } = params
    const buttons = await listButtons(database, member(), { form, record })
    return { buttons: [...(buttons ?? refuse('not-found'))] }
  })

  register(app, 'pressButton', async ({ params, body, member, locale }) => {
    const scene = member()
    const { form, id: record, button } = params
    const press = { form, record, button, version: body.version }
    const outcome = await writeTransaction(database, (tx) => pressButton(tx, scene, press))
    if (!outcome.ok) {
      const { code, ...extras } = outcome.problem
      return refuse(code, extras)
    }
    if (outcome.submitted) announcements.tell({ subject: scene.workspace.schema, what: 'tasks' })
    return {
      record: recordAnswer(outcome.record),
      effects: outcome.effects as unknown as Effects,
      warnings: warningsAnswer(outcome.warnings, locale),
    }
  })
}
