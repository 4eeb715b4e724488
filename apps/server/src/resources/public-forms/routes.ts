import type { FastifyInstance } from 'fastify'
import { register } from '../../routing/register.ts'
import { refuse } from '../../problems/refusal.ts'
import type { Services } from '../../services.ts'
import { sendAnswerFile, takeAnswerFile } from './answer-files.ts'
import { letEmbed } from './embed-headers.ts'
import { findRecords } from './find-records.ts'
import { openPage } from './open-page.ts'
import { changeOwnAnswer, readOwnAnswer } from './own-answer.ts'
import { openWorkspace, pageByToken } from './public-scene.ts'
import { sendAnswer } from './send-answer.ts'
import { sendAnswerLogo, sendAnswerPicture, sendPageLogo, sendPagePicture } from './send-picture.ts'
import { takeFile } from './take-file.ts'

const bodyLimit = 8 * 1024 * 1024

/** Pages that strangers fill in. Whoever has the link sees the listed fields and can send an answer, nothing else. */
export function registerPublicForms(app: FastifyInstance, services: Services): void {
  letEmbed(app, services)

  register(app, 'openPublicForm', (call) => openPage(services, call))

  register(
    app,
    'answerPublicForm',
    async ({ params, body, request }) => {
      const workspace = await openWorkspace(services, request, params.workspace)
      const scene = await pageByToken(services, workspace, params.token)
      if (scene.page.page.find !== undefined) return refuse('not-found')
      return sendAnswer(services, { ...scene, body, locale: body.locale })
    },
    { bodyLimit },
  )

  register(app, 'findPublicRecords', (call) => findRecords(services, call))

  register(app, 'uploadPublicFile', (call) => takeFile(services, call), {
    bodyLimit: services.limits.fileBytes,
  })

  register(app, 'getPublicPicture', (call) => sendPagePicture(services, call))
  register(app, 'getPublicLogo', (call) => sendPageLogo(services, call))
  register(app, 'getAnswerFile', (call) => sendAnswerFile(services, call))

  register(app, 'uploadAnswerFile', (call) => takeAnswerFile(services, call), {
    bodyLimit: services.limits.fileBytes,
  })

  register(app, 'getPublicAnswerPicture', (call) => sendAnswerPicture(services, call))

  register(app, 'getPublicAnswerLogo', (call) => sendAnswerLogo(services, call))

  register(app, 'getPublicAnswer', async ({ params, request, locale }) => {
    const workspace = await openWorkspace(services, request, params.workspace)
    return readOwnAnswer(services, workspace, params.answer, locale)
  })

  register(
    app,
    'changePublicAnswer',
    async ({ params, body, request, locale }) => {
      const workspace = await openWorkspace(services, request, params.workspace)
      return changeOwnAnswer(services, workspace, params.answer, { ...body, locale })
    },
    { bodyLimit },
  )
}
