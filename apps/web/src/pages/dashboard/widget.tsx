import { indexDefinition, localize, type WidgetContent, type WidgetType } from '@pipewright/metadata'
import { RichTextRead } from '@pipewright/renderer'
import type { Widget as WidgetDocument } from '@pipewright/schemas'
import { useUiLocale } from '@pipewright/ui'
import type { ReactNode } from 'react'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { ReportWidget } from './report-widget.tsx'
import { ShortcutsWidget } from './shortcuts-widget.tsx'
import { TasksWidget } from './tasks-widget.tsx'
import { ViewWidget } from './view-widget.tsx'
import { WidgetCard } from './widget-card.tsx'

interface Place {
  readonly title: string
  readonly height: number
  readonly width: number
}

type Drawn = {
  readonly [T in WidgetType]: (props: Place & { content: Extract<WidgetContent, { type: T }> }) => ReactNode
}

/** How each kind of part is drawn. */
const drawn: Drawn = {
  report: function Report({ content, height }) {
    const report = indexDefinition(useWorkspace().definition).report(content.report)
    return report === undefined ? null : <ReportWidget report={report} height={height} />
  },
  view: function View({ content, title, height, width }) {
    const locale = useUiLocale()
    const view = indexDefinition(useWorkspace().definition).view(content.view)
    if (view === undefined) return null
    return (
      <ViewWidget view={view} title={title || localize(view.label, locale)} height={height} width={width} />
    )
  },
  tasks: function Tasks({ content, title }) {
    const text = useText()
    return <TasksWidget title={title || text('todo')} only={content.only} />
  },
  shortcuts: function Shortcuts({ content, title }) {
    const text = useText()
    return <ShortcutsWidget title={title || text('shortcuts')} shortcuts={content.shortcuts} />
  },
  text: function Words({ content, title }) {
    const html = localize(content.text, useUiLocale())
    if (title === '') return <RichTextRead value={html} />
    return (
      <WidgetCard title={title}>
        <RichTextRead value={html} />
      </WidgetCard>
    )
  },
}

/** One part of a dashboard. */
export function Widget(props: { widget: WidgetDocument; content: WidgetContent; height: number }) {
  const { widget, content, height } = props
  const title = localize(widget.label, useUiLocale())
  const Draw = drawn[content.type] as (props: Place & { content: WidgetContent }) => ReactNode
  return <Draw title={title} height={height} width={widget.w} content={content} />
}
