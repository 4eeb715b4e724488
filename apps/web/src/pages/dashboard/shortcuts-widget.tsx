import type { App } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import type { Shortcut } from '@pipewright/schemas'
import { Icon, useUiLocale } from '@pipewright/ui'
import { Link } from 'react-router'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText, type Text } from '../../texts/use-text.ts'
import { viewIcons } from '@pipewright/renderer'
import { WidgetCard } from './widget-card.tsx'

interface Way {
  readonly path: string
  readonly icon: string
  readonly label: string
}

/** Where a shortcut leads, or nowhere any more. */
function wayOf(app: App, { type, key }: Shortcut, text: Text, locale: 'en' | 'zh'): Way | undefined {
  const { forms, views, dashboards } = app.definition
  const form = forms.find((one) => one.key === key)
  const view = views.find((one) => one.key === key)
  const dashboard = dashboards.find((one) => one.key === key)
  switch (type) {
    case 'create':
      return (
        form && {
          path: `/f/${key}/new`,
          icon: 'plus',
          label: text('newRecord', { form: localize(form.label, locale) }),
        }
      )
    case 'form':
      return (
        form && { path: `/f/${key}`, icon: form.icon ?? 'form', label: localize(form.labelPlural, locale) }
      )
    case 'view':
      return (
        view && {
          path: `/f/${view.form}?view=${key}`,
          icon: viewIcons[view.type],
          label: localize(view.label, locale),
        }
      )
    case 'dashboard':
      return dashboard && { path: `/d/${key}`, icon: 'dashboard', label: localize(dashboard.label, locale) }
  }
}

/** Ways to where work begins. */
export function ShortcutsWidget(props: { title: string; shortcuts: readonly Shortcut[] }) {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  return (
    <WidgetCard title={props.title}>
      <ul className="widget-shortcuts">
        {props.shortcuts.map((shortcut) => {
          const way = wayOf(app, shortcut, text, locale)
          if (way === undefined) return null
          return (
            <li key={`${shortcut.type} ${shortcut.key}`}>
              <Link to={workspacePath(app, way.path)}>
                <Icon name={way.icon} /> {way.label}
              </Link>
            </li>
          )
        })}
      </ul>
    </WidgetCard>
  )
}
