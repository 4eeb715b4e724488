import { widgetContent, type WidgetContent, type WidgetType } from '@pipewright/metadata'
import type { Widget } from '@pipewright/schemas'
import { useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { useTexts } from '../texts/use-texts.ts'

interface Look {
  readonly name: string
  readonly icon: string
  /** What kind of part it is. */
  readonly kind: string
}

type Looks = { readonly [T in WidgetType]: (content: Extract<WidgetContent, { type: T }>) => Look }

/** How the parts of a dashboard are called while they are arranged. */
export function useWidgetLook(): (widget: Widget) => Look {
  const t = useTexts()
  const read = useLocalized()
  const index = useIndex()
  const looks: Looks = {
    report: ({ report }) => {
      const shown = index.report(report)
      return {
        name: read(shown?.label),
        icon: shown?.chart === 'number' ? 'number' : 'bar-chart',
        kind: shown === undefined ? '' : t(`reports.${shown.chart}`),
      }
    },
    view: ({ view }) => ({
      name: read(index.view(view)?.label),
      icon: 'table',
      kind: t('dashboards.kind_view'),
    }),
    tasks: () => ({
      name: t('dashboards.kind_tasks'),
      icon: 'check-square',
      kind: t('dashboards.kind_tasks'),
    }),
    shortcuts: () => ({
      name: t('dashboards.kind_shortcuts'),
      icon: 'right',
      kind: t('dashboards.kind_shortcuts'),
    }),
    text: () => ({ name: t('dashboards.kind_text'), icon: 'align-left', kind: t('dashboards.kind_text') }),
  }
  return (widget) => {
    const content = widgetContent(widget)
    if (content === undefined) return { name: widget.key, icon: 'table', kind: '' }
    const look = (looks[content.type] as (of: WidgetContent) => Look)(content)
    return widget.label === undefined ? look : { ...look, name: read(widget.label) }
  }
}
