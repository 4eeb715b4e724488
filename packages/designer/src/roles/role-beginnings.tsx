import type { Role, View } from '@pipewright/schemas'
import { Select } from 'antd'
import { PathSelect } from '../documents/path-select.tsx'
import { useDefinition, useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import type { RoleChanges } from './role-edits.ts'

/** One view per form: of two the one picked last. */
function onePerForm(views: readonly View[], keys: readonly string[]): string[] {
  const picked = keys.flatMap((key) => views.find((view) => view.key === key) ?? [])
  return [...new Map(picked.map(({ form, key }) => [form, key])).values()]
}

/** What members with the role find first: their home page, and the views that lists open with. */
export function RoleBeginnings(props: { role: Role; change: (changes: RoleChanges) => void }) {
  const { role, change } = props
  const t = useTexts()
  const read = useLocalized()
  const index = useIndex()
  const { dashboards, views } = useDefinition()
  const nowhere = { value: '', label: t('roles.homeNone') }
  return (
    <>
      <Property label={t('roles.home')} help={t('roles.homeHelp')}>
        {(id) => (
          <Select
            id={id}
            className="pwd-full"
            value={role.home ?? ''}
            options={[nowhere, ...dashboards.map(({ key, label }) => ({ value: key, label: read(label) }))]}
            onChange={(home) => change({ home: home === '' ? undefined : home })}
          />
        )}
      </Property>
      {views.length > 0 && (
        <Property label={t('roles.opens')} help={t('roles.opensHelp')}>
          {(id) => (
            <PathSelect
              id={id}
              label={t('roles.opens')}
              options={views.map(({ key, form, label }) => ({
                value: key,
                label: `${read(index.form(form)?.labelPlural)} · ${read(label)}`,
              }))}
              value={role.opens ?? []}
              onChange={(keys) => {
                const opens = onePerForm(views, keys)
                change({ opens: opens.length === 0 ? undefined : opens })
              }}
            />
          )}
        </Property>
      )}
    </>
  )
}
