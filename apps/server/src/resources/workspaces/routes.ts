import type { FastifyInstance } from 'fastify'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'
import { createWorkspace } from './create-workspace.ts'

/** New workspaces. */
export function registerWorkspaces(app: FastifyInstance, services: Services): void {
  register(app, 'createWorkspace', async ({ body, account }) => ({
    key: await createWorkspace(services, account(), body),
  }))
}
