import { EmptyState } from '@pipewright/ui'
import { Input } from 'antd'
import { useState } from 'react'
import { useDefinition, useOpenForm } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { hasWords } from '../palette/found-fields.ts'
import { PropertyGroup } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { settingGroups } from './setting-groups.ts'
import { SettingLinksList } from './setting-links-list.tsx'
import { settingLinks } from './setting-links.ts'

/** Everything about the open form that is no field, in one place: what is set here, and the way to the rest. */
export function SettingsArea() {
  const t = useTexts()
  const read = useLocalized()
  const definition = useDefinition()
  const form = useOpenForm()
  const [search, setSearch] = useState('')
  if (form === undefined) return null
  const groups = settingGroups.filter(({ words }) =>
    hasWords(
      search,
      words.map((word) => t(word)),
    ),
  )
  const links = settingLinks(definition, form).filter(({ key, targets }) =>
    hasWords(search, [
      t(`settings.${key}`),
      t(`settings.${key}Help`),
      ...targets.map(({ label }) => read(label)),
    ]),
  )
  const withDrafts = hasWords(search, [t('settings.drafts'), t('settings.draftsHelp')])
  return (
    <div className="pwd-settings">
      <div className="pwd-document" key={form.key}>
        <header className="pwd-document-head">
          <h2>{t('settings.title', { form: read(form.label) })}</h2>
        </header>
        <Input.Search
          allowClear
          aria-label={t('settings.search')}
          placeholder={t('settings.search')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        {groups.map(({ key, Content }) => (
          <Content key={key} form={form} />
        ))}
        <SettingLinksList form={form} links={links} />
        {withDrafts && (
          <PropertyGroup title={t('settings.drafts')}>
            <p className="pwd-quiet">{t('settings.draftsHelp')}</p>
          </PropertyGroup>
        )}
        {groups.length === 0 && links.length === 0 && !withDrafts && (
          <EmptyState icon="search" title={t('settings.nothing', { search })} text={t('settings.search')} />
        )}
      </div>
    </div>
  )
}
