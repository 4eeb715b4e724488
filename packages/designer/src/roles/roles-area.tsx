import { ListDetail } from '../documents/list-detail.tsx'
import { useDefinition, useDesign } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { useTexts } from '../texts/use-texts.ts'
import { newRole } from './role-edits.ts'
import { RoleEditor } from './role-editor.tsx'

/** The roles of the app and their rights. */
export function RolesArea() {
  const t = useTexts()
  const read = useLocalized()
  const { detail, openArea, edit } = useDesign()
  const definition = useDefinition()
  const role = definition.roles.find(({ key }) => key === detail)
  return (
    <ListDetail
      title={t('area.roles')}
      items={definition.roles.map((one) => ({
        key: one.key,
        label: read(one.label),
        icon: one.admin === true ? 'safety' : 'team',
      }))}
      open={detail}
      onOpen={(key) => openArea('roles', key)}
      addText={t('roles.add')}
      onAdd={() => {
        const made = newRole(definition)
        if (edit({ type: 'putRole', role: made })) openArea('roles', made.key)
      }}
      empty={{ icon: 'safety', title: t('roles.emptyTitle'), text: t('roles.emptyText') }}
    >
      {role !== undefined && <RoleEditor key={role.key} role={role} />}
    </ListDetail>
  )
}
