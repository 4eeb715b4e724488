import { changeWays, type Cause } from '@pipewright/db'
import type { FastifyRequest } from 'fastify'
import type { MemberScene } from './member-scene.ts'

/** Ids of changes come in the order of time. */
export const changeSetShape = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** What the request says it is part of; one that says nothing is a change of its own. */
export function changeSetIn(
  { headers }: FastifyRequest,
  { newId, cause }: MemberScene,
): { readonly changeSet: string; readonly cause: Cause } {
  const said = headers['x-change-set']
  const [id = '', wayText] = typeof said === 'string' ? said.split(' ') : []
  const way = changeWays.find((known) => known === wayText)
  return {
    changeSet: changeSetShape.test(id) ? id : newId(),
    cause: way === undefined ? cause : { ...cause, way },
  }
}
