import type { AppDefinition } from '@pipewright/schemas'
import { type DocumentKey, documentsOf, withDocuments } from '../documents.ts'
import { indexOfKey, removeAt } from '../lists.ts'
import { usesOfApproval } from '../references/uses-by-name.ts'
import { type Use, whereUsed } from '../where-used.ts'
import { type EditOf, type EditSpec, refuse } from './edit-spec.ts'
import { restoreBetween } from './restore-between.ts'

type Kind = EditOf<'removeDocument'>['kind']

function usesOf(definition: AppDefinition, kind: Kind, key: string): Use[] {
  if (kind === 'view') return []
  if (kind === 'workflow') return usesOfApproval(definition, key)
  const uses = whereUsed(definition, { kind, key })
  return kind === 'dashboard'
    ? uses.filter((use) => use.kind !== 'roleDashboard' && use.kind !== 'navigation')
    : uses
}

/** A dashboard leaves the menus of those who saw it. */
function withoutDashboard(definition: AppDefinition, key: string): AppDefinition {
  return {
    ...definition,
    roles: definition.roles.map((role) =>
      role.dashboards?.includes(key) === true
        ? { ...role, dashboards: role.dashboards.filter((name) => name !== key) }
        : role,
    ),
    navigation: withoutEntry(definition, 'dashboard', key),
  }
}

/** The navigation without an entry; the same object when it had none. */
export function withoutEntry(
  { navigation }: AppDefinition,
  type: 'form' | 'dashboard',
  key: string,
): AppDefinition['navigation'] {
  const isEntry = (item: { type: string; key: string }) => item.type === type && item.key === key
  if (!navigation.some((group) => group.items.some(isEntry))) return navigation
  return navigation.map((group) => ({ ...group, items: group.items.filter((item) => !isEntry(item)) }))
}

const without = <K extends DocumentKey>(definition: AppDefinition, kind: K, position: number) =>
  withDocuments(definition, kind, removeAt(documentsOf(definition, kind), position))

export const removeDocument: EditSpec<EditOf<'removeDocument'>> = {
  apply(definition, { kind, key }) {
    const position = indexOfKey(documentsOf(definition, kind), key)
    if (position < 0) return refuse('unknown-target', '/key', { what: kind, key })
    const uses = usesOf(definition, kind, key)
    if (uses.length > 0) return refuse('in-use', '/key', { what: key, uses })
    const rest = without(definition, kind, position)
    const result = kind === 'dashboard' ? withoutDashboard(rest, key) : rest
    return { definition: result, inverse: [restoreBetween(result, definition)] }
  },
}
