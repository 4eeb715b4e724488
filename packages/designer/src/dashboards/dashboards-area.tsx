import { makeKey } from '@pipewright/metadata'
import { ListDetail } from '../documents/list-detail.tsx'
import { useDefinition, useDesign } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { useTexts } from '../texts/use-texts.ts'
import { DashboardEditor } from './dashboard-editor.tsx'

/** The dashboards of the app. */
export function DashboardsArea() {
  const t = useTexts()
  const read = useLocalized()
  const { detail, openArea, edit } = useDesign()
  const { dashboards } = useDefinition()
  const dashboard = dashboards.find(({ key }) => key === detail)
  return (
    <ListDetail
      title={t('area.dashboards')}
      items={dashboards.map((one) => ({
        key: one.key,
        label: read(one.label),
        icon: 'dashboard',
        quiet: t('dashboards.count', { count: one.widgets.length }),
      }))}
      open={detail}
      onOpen={(key) => openArea('dashboards', key)}
      addText={t('dashboards.add')}
      onAdd={() => {
        const key = makeKey('dashboard', new Set(dashboards.map((one) => one.key)))
        const made = { key, label: { en: 'New dashboard', zh: '新仪表盘' }, widgets: [] }
        if (edit({ type: 'putDashboard', dashboard: made })) openArea('dashboards', key)
      }}
      empty={{ icon: 'dashboard', title: t('dashboards.emptyTitle'), text: t('dashboards.emptyText') }}
    >
      {dashboard !== undefined && <DashboardEditor key={dashboard.key} dashboard={dashboard} />}
    </ListDetail>
  )
}
