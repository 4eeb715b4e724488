import type { MemberScene } from '../../scene/member-scene.ts'

/** Keys of the roles that may do everything. */
export const adminRoles = ({ app }: MemberScene): string[] =>
  app.definition.roles.filter(({ admin }) => admin === true).map(({ key }) => key)

export const mayManageMembers = ({ rights }: MemberScene): boolean => rights.admin || rights.manageMembers

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
