import type { Dashboard } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Select } from 'antd'
import { useState } from 'react'
import { DocumentHead } from '../documents/document-head.tsx'
import { useDesign, useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { LabelProperty } from '../parts/label-property.tsx'
import { Property, PropertyGroup } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { addWidget } from './widget-edits.ts'
import { WidgetTools } from './widget-tools.tsx'

function Widgets({
  dashboard,
  save,
}: {
  readonly dashboard: Dashboard
  readonly save: (dashboard: Dashboard) => void
}) {
  const t = useTexts()
  const read = useLocalized()
  const index = useIndex()
  const [chosen, setChosen] = useState<string | null>(null)
  const widget = dashboard.widgets.find(({ key }) => key === chosen)
  return (
    <PropertyGroup title={t('dashboards.widgets')}>
      {widget === undefined ? (
        <p className="pwd-quiet">{t('dashboards.choose')}</p>
      ) : (
        <WidgetTools
          dashboard={dashboard}
          widget={widget}
          name={read(index.report(widget.report)?.label)}
          save={save}
        />
      )}
      <div className="pwd-widgets">
        {dashboard.widgets.map(({ key, report, x, y, w, h }) => {
          const shown = index.report(report)
          return (
            <button
              key={key}
              type="button"
              className="pwd-widget"
              aria-pressed={key === chosen}
              style={{ gridColumn: `${x + 1} / span ${w}`, gridRow: `${y + 1} / span ${h}` }}
              onClick={() => setChosen(key === chosen ? null : key)}
            >
              <span className="pwd-cut">{read(shown?.label)}</span>
              <span className="pwd-quiet">
                <Icon name={shown?.chart === 'number' ? 'number' : 'bar-chart'} />{' '}
                {shown !== undefined && t(`reports.${shown.chart}`)}
              </span>
            </button>
          )
        })}
      </div>
    </PropertyGroup>
  )
}

/** Reports on one page, placed by whole cells of a grid. */
export function DashboardEditor({ dashboard }: { readonly dashboard: Dashboard }) {
  const t = useTexts()
  const read = useLocalized()
  const { edit, openArea } = useDesign()
  const { definition } = useIndex()
  const save = (next: Dashboard) => edit({ type: 'putDashboard', dashboard: next })
  const remove = () => {
    if (edit({ type: 'removeDocument', kind: 'dashboard', key: dashboard.key })) openArea('dashboards')
  }
  return (
    <div className="pwd-document">
      <DocumentHead label={read(dashboard.label)} name={dashboard.key} onRemove={remove} />
      <PropertyGroup title={t('inspector.basics')}>
        <LabelProperty value={dashboard.label} onCommit={(label) => save({ ...dashboard, label })} />
        <Property label={t('dashboards.addReport')}>
          {(id) => (
            <Select
              id={id}
              className="pwd-full"
              value={null}
              placeholder={t('dashboards.pickReport')}
              showSearch={{ optionFilterProp: 'label' }}
              options={definition.reports.map((report) => ({ value: report.key, label: read(report.label) }))}
              onChange={(report: string | null) => report !== null && save(addWidget(dashboard, report))}
            />
          )}
        </Property>
      </PropertyGroup>
      <Widgets dashboard={dashboard} save={save} />
    </div>
  )
}
