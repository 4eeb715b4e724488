import type { MemberScene } from '../../scene/member-scene.ts'

/** Keys of the roles that may do everything. */
export const adminRoles = ({ app }: MemberScene): string[] =>
  app.definition.roles.filter(({ admin }) => admin === true).map(({ key }) => key)

export const mayManageMembers = ({ rights }: MemberScene): boolean => rights.admin || rights.manageMembers

/** Whether somebody comes by a role with which one makes keys, members or other roles (AZ-14). */
export function widensPower(
  { app }: MemberScene,
  before: readonly string[],
  after: readonly string[],
): boolean {
  const powerful = app.definition.roles.filter(
    ({ admin, build, manageMembers }) => admin || build || manageMembers,
  )
  return powerful.some(({ key }) => after.includes(key) && !before.includes(key))
}

/** Nobody gives, takes or locks out more power than he has: administrators are changed by administrators alone. */
export function mayChangeRoles(
  scene: MemberScene,
  before: readonly string[],
  after: readonly string[],
): boolean {
  const powerful = new Set(adminRoles(scene))
  const touchesAdmin = [...before, ...after].some((role) => powerful.has(role))
  return mayManageMembers(scene) && (scene.rights.admin || !touchesAdmin)
}
