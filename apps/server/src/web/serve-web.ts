import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { answerNotFound } from '../problems/error-handler.ts'

/** Files whose name holds a hash of their content never change. */
const immutable = { maxAge: '365d', immutable: true } as const
const checkedEachTime = { cacheControl: false } as const

/**
 * Serves the built web app. Every address that is no file is a page of the app, which finds out by itself what to show;
 * addresses under /api and missing assets are not found.
 */
export async function serveWeb(app: FastifyInstance, folder: string | undefined): Promise<void> {
  const isBuilt = folder !== undefined && existsSync(join(folder, 'index.html'))
  if (isBuilt) await app.register(fastifyStatic, { root: folder, serve: false, preCompressed: true })
  app.get('/*', { config: { auth: 'public' } }, async (request, reply) => {
    const path = (request.params as { '*': string })['*']
    if (!isBuilt || path.startsWith('api/') || path === 'api') return answerNotFound(request, reply)
    const isAsset = path.startsWith('assets/')
    if (isAsset) return reply.sendFile(path, immutable)
    const isFile = /\.[a-z0-9]+$/i.test(path) && existsSync(join(folder, join('/', path)))
    return reply.header('cache-control', 'no-cache').sendFile(isFile ? path : 'index.html', checkedEachTime)
  })
  app.setNotFoundHandler(answerNotFound)
}
