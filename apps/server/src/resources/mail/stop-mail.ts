import { findWorkspace, stopMail } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { refuse } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'
import { isSigned, stopPath, type StopParams } from './stop-link.ts'

/** The signed address for programs: mail readers stop mails by it without opening a page (RFC 8058). */
function stopByOneClick(
  app: FastifyInstance,
  services: Services,
  stop: (params: StopParams) => Promise<string>,
): void {
  const url = '/api/stop-mail/:workspace/:member/:signature/one-click'
  const config = { auth: 'signature' } as const
  void app.register(async (child) => {
    child.removeAllContentTypeParsers()
    child.addContentTypeParser('*', { parseAs: 'string', bodyLimit: 1024 }, async () => null)
    child.post<{ Params: StopParams }>(url, { config }, async ({ params }, reply) => {
      await stop(params)
      return reply.code(204).send()
    })
    child.get<{ Params: StopParams }>(url, { config }, async ({ params }, reply) => {
      if (!isSigned(services.secret, params)) refuse('link-invalid')
      return reply.redirect(stopPath(services.secret, params.workspace, params.member), 303)
    })
  })
}

/** How the reader of a mail stops the next ones. */
export function registerStopMail(app: FastifyInstance, services: Services): void {
  const { database, secret } = services

  async function stop(params: StopParams): Promise<string> {
    if (!isSigned(secret, params)) refuse('link-invalid')
    const workspace = (await findWorkspace(database, params.workspace)) ?? refuse('link-invalid')
    await database.transaction((tx) => stopMail(tx, workspace, params.member))
    return workspace.name
  }

  register(app, 'stopMail', async ({ params }) => ({ workspace: await stop(params) }))
  stopByOneClick(app, services, stop)
}
