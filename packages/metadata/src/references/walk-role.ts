import type { NavigationGroup, Role } from '@pipewright/schemas'
import type { Segment } from '../pointer.ts'
import { mention, mentionFields, type Walk } from './reference.ts'
import { walkExpression } from './walk-expression.ts'

export function walkRole(walk: Walk, role: Role, base: readonly Segment[]): void {
  for (const [position, right] of role.forms.entries()) {
    const at = [...base, 'forms', position]
    const from = { form: right.form }
    mention(walk, [...at, 'form'], 'roleForm', { kind: 'form', key: right.form })
    mentionFields(walk, [...at, 'read'], 'roleRead', { from, paths: right.read, expects: 'inForm' })
    mentionFields(walk, [...at, 'write'], 'roleWrite', { from, paths: right.write, expects: 'inForm' })
    if (right.scope.type === 'own')
      mentionFields(walk, [...at, 'scope', 'fields'], 'roleScope', {
        from,
        paths: right.scope.fields ?? [],
        expects: 'ownPeople',
      })
    if (right.scope.type === 'condition')
      walkExpression(walk, right.scope.condition, {
        at: [...at, 'scope', 'condition'],
        kind: 'roleScope',
        scope: { root: from },
      })
  }
  for (const [position, key] of (role.dashboards ?? []).entries())
    mention(walk, [...base, 'dashboards', position], 'roleDashboard', { kind: 'dashboard', key })
  if (role.home !== undefined)
    mention(walk, [...base, 'home'], 'roleHome', { kind: 'dashboard', key: role.home })
  for (const [position, key] of (role.opens ?? []).entries())
    mention(walk, [...base, 'opens', position], 'roleView', { kind: 'view', key })
}

function mentionRoles(walk: Walk, roles: readonly string[] | undefined, at: readonly Segment[]): void {
  for (const [position, key] of (roles ?? []).entries())
    mention(walk, [...at, 'roles', position], 'navigation', { kind: 'role', key })
}

export function walkNavigation(walk: Walk, group: NavigationGroup, at: readonly Segment[]): void {
  mentionRoles(walk, group.roles, at)
  for (const [position, { type, key, roles }] of group.items.entries()) {
    const here = [...at, 'items', position]
    if (type !== 'link') mention(walk, [...here, 'key'], 'navigation', { kind: type, key })
    mentionRoles(walk, roles, here)
  }
}
