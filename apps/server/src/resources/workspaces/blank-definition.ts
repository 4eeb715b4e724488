import { emptyDefinition } from '@pipewright/metadata'
import type { AppDefinition, Role } from '@pipewright/schemas'

const admin: Role = {
  key: 'admin',
  label: { en: 'Administrator', zh: '管理员' },
  admin: true,
  build: true,
  manageMembers: true,
  forms: [],
}
const manager: Role = { key: 'manager', label: { en: 'Manager', zh: '主管' }, forms: [] }
const rep: Role = { key: 'rep', label: { en: 'Sales rep', zh: '销售代表' }, forms: [] }

/** What a blank workspace begins with: no forms, and roles to give rights on them to. */
export const blankDefinition = (name: string, currency?: string): AppDefinition => ({
  ...emptyDefinition({ en: name, zh: name }),
  ...(currency !== undefined && { currency }),
  roles: [admin, manager, rep],
})

/** The key of a role that may do everything; a template without one gets it. */
export function withAdmin(definition: AppDefinition): {
  readonly definition: AppDefinition
  readonly adminRole: string
} {
  const present = definition.roles.find((role) => role.admin === true)
  if (present !== undefined) return { definition, adminRole: present.key }
  return { definition: { ...definition, roles: [admin, ...definition.roles] }, adminRole: admin.key }
}
