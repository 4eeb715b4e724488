import type { Dashboard } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { useState } from 'react'
import { DocumentHead } from '../documents/document-head.tsx'
import { useDesign } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { LabelProperty } from '../parts/label-property.tsx'
import { PropertyGroup } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { AddWidget } from './add-widget.tsx'
import { useWidgetLook } from './use-widget-look.ts'
import { changeWidget } from './widget-edits.ts'
import { WidgetSheet } from './widget-sheet.tsx'
import { WidgetTools } from './widget-tools.tsx'

function Widgets({
  dashboard,
  save,
}: {
  readonly dashboard: Dashboard
  readonly save: (dashboard: Dashboard) => void
}) {
  const t = useTexts()
  const look = useWidgetLook()
  const [chosen, setChosen] = useState<string | null>(null)
  const widget = dashboard.widgets.find(({ key }) => key === chosen)
  return (
    <PropertyGroup title={t('dashboards.widgets')}>
      {widget === undefined ? (
        <p className="pwd-quiet">{t('dashboards.choose')}</p>
      ) : (
        <>
          <WidgetTools dashboard={dashboard} widget={widget} name={look(widget).name} save={save} />
          <WidgetSheet
            key={widget.key}
            widget={widget}
            change={(next) => save(changeWidget(dashboard, next))}
          />
        </>
      )}
      <div className="pwd-widgets">
        {dashboard.widgets.map((one) => {
          const { key, x, y, w, h } = one
          const { name, icon, kind } = look(one)
          return (
            <button
              key={key}
              type="button"
              className="pwd-widget"
              aria-pressed={key === chosen}
              style={{ gridColumn: `${x + 1} / span ${w}`, gridRow: `${y + 1} / span ${h}` }}
              onClick={() => setChosen(key === chosen ? null : key)}
            >
              <span className="pwd-cut">{name}</span>
              <span className="pwd-quiet">
                <Icon name={icon} /> {kind}
              </span>
            </button>
          )
        })}
      </div>
    </PropertyGroup>
  )
}

/** Reports, lists and more on one page, placed by whole cells of a grid. */
export function DashboardEditor({ dashboard }: { readonly dashboard: Dashboard }) {
  const t = useTexts()
  const read = useLocalized()
  const { edit, openArea } = useDesign()
  const save = (next: Dashboard) => edit({ type: 'putDashboard', dashboard: next })
  const remove = () => {
    if (edit({ type: 'removeDocument', kind: 'dashboard', key: dashboard.key })) openArea('dashboards')
  }
  return (
    <div className="pwd-document">
      <DocumentHead label={read(dashboard.label)} name={dashboard.key} onRemove={remove} />
      <PropertyGroup title={t('inspector.basics')}>
        <LabelProperty value={dashboard.label} onCommit={(label) => save({ ...dashboard, label })} />
        <AddWidget dashboard={dashboard} save={save} />
      </PropertyGroup>
      <Widgets dashboard={dashboard} save={save} />
    </div>
  )
}
