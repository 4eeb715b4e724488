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
}

export function walkNavigation(walk: Walk, group: NavigationGroup, at: readonly Segment[]): void {
  for (const [position, item] of group.items.entries())
    mention(walk, [...at, 'items', position, 'key'], 'navigation', { kind: item.type, key: item.key })
}
