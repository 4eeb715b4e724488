import type { Actor, CompiledApp, Rights } from '@pipewright/compiler'
import type { ActorRow } from '@pipewright/db'

/** What somebody may do in a published app. */
export interface Standing {
  readonly app: CompiledApp
  readonly actor: Actor
  readonly rights: Rights
}

export type Reader = Pick<Actor, 'locale' | 'zone' | 'calendar'>

export const hasAdminRole = ({ definition }: CompiledApp, roles: readonly string[]): boolean =>
  definition.roles.some((role) => role.admin === true && roles.includes(role.key))

export function standingOf(app: CompiledApp, row: ActorRow, { locale, zone, calendar }: Reader): Standing {
  const { memberId, departmentId, departmentTree, team, roles, shared } = row
  const admin = hasAdminRole(app, roles)
  const counted = calendar === undefined ? {} : { calendar }
  const actor: Actor = {
    memberId,
    departmentId,
    departmentTree,
    team,
    roles,
    shared,
    admin,
    zone,
    locale,
    ...counted,
  }
  return { app, actor, rights: app.rights(actor) }
}
