import { fitView } from '@pipewright/compiler'
import type { SavedView, ViewSettings } from '@pipewright/contract'
import type { SavedViewRow } from '@pipewright/db'
import { indexDefinition } from '@pipewright/metadata'
import type { View } from '@pipewright/schemas'
import type { MemberScene } from '../../scene/member-scene.ts'
import { viewRights } from './policy.ts'

export const asView = ({ form, name, settings }: Pick<SavedViewRow, 'form' | 'name' | 'settings'>): View => ({
  ...settings,
  key: 'saved',
  form,
  label: { en: name },
})

/** A saved view as its reader may see it; undefined where he may not read the form. */
export function viewAnswer(scene: MemberScene, row: SavedViewRow, isShared: boolean): SavedView | undefined {
  const fitted = fitView(indexDefinition(scene.app.definition), scene.rights, asView(row))
  if (fitted === undefined) return undefined
  const { key: _key, form, label: _label, ...settings } = fitted.view
  const may = isShared ? viewRights(scene, row, fitted.leftOut) : { change: false, manage: false }
  const { id, name, owner, locked, version } = row
  const shared = may.manage ? { roles: [...row.roles], departments: [...row.departments] } : undefined
  return {
    id,
    form,
    name,
    owner,
    settings: settings satisfies ViewSettings,
    sharing: { with: row.sharing, roles: [], departments: [], ...shared },
    locked,
    version,
    leftOut: [...fitted.leftOut],
    may,
  }
}
