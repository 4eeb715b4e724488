import type { SavedView } from '@pipewright/contract'
import { makeKey } from '@pipewright/metadata'
import type { AppDefinition, Edit, NavigationGroup } from '@pipewright/schemas'

/** How a view of a member becomes one of the app. */
export interface TakePlan {
  readonly name: string
  /** Group of the navigation; null for none. */
  readonly group: string | null
  /** Whom the entry is for; none for everybody. */
  readonly roles: readonly string[]
  /** Whether the list opens with it for these roles. */
  readonly opens: boolean
}

const placed = (
  groups: readonly NavigationGroup[],
  key: string,
  { group, roles }: TakePlan,
): NavigationGroup[] =>
  groups.map((one) => {
    if (one.key !== group) return one
    const item = { type: 'view' as const, key, ...(roles.length === 0 ? {} : { roles: [...roles] }) }
    return { ...one, items: [...one.items, item] }
  })

/** The steps of a draft that take a view into the app, and the key it gets there. */
export function takeViewEdits(
  definition: AppDefinition,
  { form, settings }: Pick<SavedView, 'form' | 'settings'>,
  plan: TakePlan,
): { readonly key: string; readonly edits: Edit[] } {
  const name = plan.name.trim()
  const key = makeKey(name, new Set(definition.views.map((view) => view.key)))
  const edits: Edit[] = [{ type: 'putView', view: { ...settings, key, form, label: { en: name, zh: name } } }]
  if (plan.group !== null)
    edits.push({ type: 'setNavigation', navigation: placed(definition.navigation, key, plan) })
  for (const role of plan.opens ? definition.roles : [])
    if (plan.roles.includes(role.key))
      edits.push({ type: 'putRole', role: { ...role, opens: [key, ...(role.opens ?? [])] } })
  return { key, edits }
}
