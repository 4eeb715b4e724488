import type { AppDefinition, Role } from '@pipewright/schemas'
import { type DocumentKey, documentsOf, withDocuments } from '../documents.ts'
import { indexOfKey, removeAt } from '../lists.ts'
import { usesOfApproval } from '../references/uses-by-name.ts'
import type { UseKind } from '../references/use-kind.ts'
import { type Use, whereUsed } from '../where-used.ts'
import { type EditOf, type EditSpec, refuse } from './edit-spec.ts'
import { restoreBetween } from './restore-between.ts'

type Kind = EditOf<'removeDocument'>['kind']

const places: ReadonlySet<UseKind> = new Set(['roleDashboard', 'roleHome', 'roleView', 'navigation'] as const)

function usesOf(definition: AppDefinition, kind: Kind, key: string): Use[] {
  if (kind === 'workflow') return usesOfApproval(definition, key)
  const uses = whereUsed(definition, { kind, key })
  // Where one only finds it, it goes along.
  return kind === 'dashboard' || kind === 'view' ? uses.filter((use) => !places.has(use.kind)) : uses
}

function withoutInRole(role: Role, kind: 'dashboard' | 'view', key: string): Role {
  const without = (keys: readonly string[] | undefined) => keys?.filter((name) => name !== key)
  if (kind === 'view') {
    const opens = without(role.opens)
    return opens === undefined || opens.length === role.opens?.length ? role : { ...role, opens }
  }
  if (role.home !== key && role.dashboards?.includes(key) !== true) return role
  const { home, dashboards, ...rest } = role
  const left = without(dashboards)
  return {
    ...rest,
    ...(left === undefined ? {} : { dashboards: left }),
    ...(home === undefined || home === key ? {} : { home }),
  }
}

/** A dashboard or view leaves the menus and the beginnings of those who saw it. */
const withoutPlaces = (
  definition: AppDefinition,
  kind: 'dashboard' | 'view',
  key: string,
): AppDefinition => ({
  ...definition,
  roles: definition.roles.map((role) => withoutInRole(role, kind, key)),
  navigation: withoutEntry(definition, kind, key),
})

/** The navigation without an entry; the same object when it had none. */
export function withoutEntry(
  { navigation }: AppDefinition,
  type: 'form' | 'dashboard' | 'view',
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
    const result = kind === 'dashboard' || kind === 'view' ? withoutPlaces(rest, kind, key) : rest
    return { definition: result, inverse: [restoreBetween(result, definition)] }
  },
}
