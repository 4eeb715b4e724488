import { homesOf } from '../pages/rates/rates-answer.ts'
import type { Text, TextKey } from '../texts/use-text.ts'
import type { useWorkspace } from './workspace-context.ts'

/** A page of the product itself. */
export interface FixedPage {
  readonly path: string
  readonly icon: string
  readonly title: string
}

/** The pages of the product that the member may go to. */
export function fixedPages(
  { may, rights, definition }: ReturnType<typeof useWorkspace>,
  text: Text,
): FixedPage[] {
  const mayDelete = Object.values(rights).some((one) => one.delete)
  const page = (path: string, icon: string, key: TextKey, isOpen = true): FixedPage[] =>
    isOpen ? [{ path, icon, title: text(key) }] : []
  return [
    ...page('/todo', 'switch', 'todo'),
    ...page('/members', 'team', 'members', may.manageMembers),
    ...page('/rates', 'money', 'exchangeRates', may.manageMembers && homesOf(definition).length > 0),
    ...page('/settings', 'setting', 'settingsTitle', may.manageMembers),
    ...page('/backups', 'safety', 'backups', may.admin),
    ...page('/bin', 'delete', 'recycleBin', mayDelete),
    ...page('/design', 'edit', 'designApp', may.build),
    ...page('/kept', 'delete', 'keptTitle', may.build),
  ]
}
