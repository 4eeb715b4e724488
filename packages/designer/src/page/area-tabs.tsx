import { Icon } from '@pipewright/ui'
import { useDesign } from '../environment/design-context.ts'
import { areas, formAreas, type Area } from '../environment/selection.ts'
import { useTexts } from '../texts/use-texts.ts'

const icons: Readonly<Record<Area, string>> = {
  fields: 'layout',
  settings: 'setting',
  rules: 'branches',
  stages: 'flag',
  views: 'table',
  workflows: 'audit',
  conversions: 'swap',
  publicForms: 'global',
  reports: 'bar-chart',
  dashboards: 'dashboard',
  roles: 'safety',
  navigation: 'menu',
}

/** What can be designed: parts of the form that is open, then parts of the whole app. */
export function AreaTabs() {
  const t = useTexts()
  const { area, openArea } = useDesign()
  const group = (isOfForm: boolean) =>
    areas
      .filter((one) => formAreas.has(one) === isOfForm)
      .map((one) => (
        <button
          key={one}
          type="button"
          className="pwd-area"
          aria-current={area === one ? 'page' : undefined}
          onClick={() => openArea(one)}
        >
          <Icon name={icons[one]} /> {t(`area.${one}`)}
        </button>
      ))
  return (
    <nav className="pwd-areas" aria-label={t('area.label')}>
      <span className="pwd-area-group">{t('area.form')}</span>
      {group(true)}
      <span className="pwd-area-line" aria-hidden="true" />
      <span className="pwd-area-group">{t('area.app')}</span>
      {group(false)}
    </nav>
  )
}
