import { recordSchema } from '@pipewright/compiler'
import type { FastifyInstance } from 'fastify'
import { refuse } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import { openApiDocument } from './openapi-document.ts'

/** Descriptions for programs: of the whole workspace, and of the values of one form. */
export function registerOpenApi(app: FastifyInstance): void {
  register(app, 'getOpenApi', ({ member }) => openApiDocument(member()))

  register(app, 'getRecordSchema', ({ params, member }) => {
    const scene = member()
    const form = scene.app.form(params.form)
    const rights = scene.rights.forms[params.form]
    if (form === undefined || rights === undefined) refuse('not-found')
    return { ...recordSchema(form, rights) }
  })
}
