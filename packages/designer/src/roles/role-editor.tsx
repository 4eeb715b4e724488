import { indexDefinition } from '@pipewright/metadata'
import type { Role } from '@pipewright/schemas'
import { Alert, Switch } from 'antd'
import { DocumentHead } from '../documents/document-head.tsx'
import { PathSelect } from '../documents/path-select.tsx'
import { withoutEmpty } from '../documents/without-empty.ts'
import { useDefinition, useDesign } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { LabelProperty } from '../parts/label-property.tsx'
import { Property, PropertyGroup } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { RoleBeginnings } from './role-beginnings.tsx'
import { RightsRow } from './rights-row.tsx'
import { actions, type RoleChanges } from './role-edits.ts'

function useRoleChange(key: string) {
  const { store, edit } = useDesign()
  return (changes: RoleChanges) => {
    const now = indexDefinition(store.state().definition).role(key)
    if (now !== undefined) edit({ type: 'putRole', role: withoutEmpty<Role>({ ...now, ...changes } as Role) })
  }
}

function RightsMatrix({ role }: { readonly role: Role }) {
  const t = useTexts()
  const { forms } = useDefinition()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolled area must be reachable with the keyboard
    <div className="pwd-matrix-frame" role="group" aria-label={t('roles.rights')} tabIndex={0}>
      <table className="pwd-matrix">
        <thead>
          <tr>
            <th scope="col">{t('roles.form')}</th>
            {actions.map((action) => (
              <th key={action} scope="col">
                {t(`roles.${action}`)}
              </th>
            ))}
            <th scope="col">{t('roles.scope')}</th>
          </tr>
        </thead>
        <tbody>
          {forms.map((form) => (
            <RightsRow key={form.key} role={role} form={form} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What a group of members may see and do. */
export function RoleEditor({ role }: { readonly role: Role }) {
  const t = useTexts()
  const read = useLocalized()
  const { edit, openArea } = useDesign()
  const { dashboards } = useDefinition()
  const change = useRoleChange(role.key)
  const remove = () => {
    if (edit({ type: 'removeDocument', kind: 'role', key: role.key })) openArea('roles')
  }
  return (
    <div className="pwd-document">
      <DocumentHead label={read(role.label)} name={role.key} onRemove={remove} />
      <PropertyGroup title={t('inspector.basics')}>
        <LabelProperty value={role.label} onCommit={(label) => change({ label })} />
        {(['admin', 'build', 'manageMembers'] as const).map((power) => (
          <Property key={power} label={t(`roles.${power}`)} inline>
            {(id) => (
              <Switch
                id={id}
                size="small"
                checked={role[power] === true}
                onChange={(on) => change({ [power]: on ? true : undefined })}
              />
            )}
          </Property>
        ))}
        {role.admin !== true && dashboards.length > 0 && (
          <Property label={t('area.dashboards')}>
            {(id) => (
              <PathSelect
                id={id}
                label={t('area.dashboards')}
                options={dashboards.map((one) => ({ value: one.key, label: read(one.label) }))}
                value={role.dashboards ?? []}
                onChange={(keys) => change({ dashboards: keys.length === 0 ? undefined : keys })}
              />
            )}
          </Property>
        )}
        <RoleBeginnings role={role} change={change} />
      </PropertyGroup>
      {role.admin === true ? (
        <Alert type="info" showIcon title={t('roles.adminText')} />
      ) : (
        <PropertyGroup title={t('roles.rights')}>
          <RightsMatrix role={role} />
        </PropertyGroup>
      )}
    </div>
  )
}
