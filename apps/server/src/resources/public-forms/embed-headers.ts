import { findPublicLink, findWorkspace } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { hashToken } from '../../auth/session-token.ts'
import { refuse } from '../../problems/refusal.ts'
import type { Services } from '../../services.ts'
import { pageIn } from './public-scene.ts'

const address = /^\/p\/([a-z][a-z0-9_]{0,40})\/([\w-]{43})(?:\?|$)/

async function embeddersOf(services: Services, key: string, token: string): Promise<readonly string[]> {
  const workspace = (await findWorkspace(services.database, key)) ?? refuse('not-found')
  const link = (await findPublicLink(services.database, workspace, hashToken(token))) ?? refuse('not-found')
  const { page } = await pageIn(services, workspace, link.form, link.page)
  return page.page.embedOn ?? []
}

/** A public form may stand inside the websites that it names, and no other page inside any (OP-16). */
export function letEmbed(app: FastifyInstance, services: Services): void {
  app.addHook('onRequest', async (request, reply) => {
    const [, workspace, token] = address.exec(request.url) ?? []
    if (workspace === undefined || token === undefined) return
    // A link that leads nowhere gets the page that says so, with the strict headers.
    const sites = await embeddersOf(services, workspace, token).catch(() => [])
    const policy = reply.getHeader('content-security-policy')
    if (sites.length === 0 || typeof policy !== 'string') return
    void reply.header(
      'content-security-policy',
      policy.replace("frame-ancestors 'none'", `frame-ancestors ${sites.join(' ')}`),
    )
    void reply.removeHeader('x-frame-options')
  })
}
