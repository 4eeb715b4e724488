import type { Problem, ReportAnswer } from '@pipewright/contract'
import type { WidgetContent } from '@pipewright/metadata'
import type { Dashboard, Expression, Report, Widget } from '@pipewright/schemas'
import type { ReactNode } from 'react'

export interface ReportChartProps {
  readonly report: Report
  readonly answer: ReportAnswer
  /** Opens the records behind a figure. */
  readonly onDrill?: (filter: Expression) => void
  /** Draw it as a table whatever the report says. */
  readonly asTable?: boolean
  /** Height in px of a drawn chart. */
  readonly height?: number
}

export interface ReportCardProps {
  readonly report: Report
  readonly answer: ReportAnswer | undefined
  /** `null` when the server could not be reached; undefined when nothing is wrong. */
  readonly problem?: Problem | null
  readonly onRetry?: () => void
  readonly onDrill?: (filter: Expression) => void
  readonly actions?: ReactNode
  /** Height in px of the body. */
  readonly height?: number
}

export interface DashboardGridProps {
  readonly dashboard: Dashboard
  /** Draws one part; the shell finds what it shows. */
  readonly renderWidget: (widget: Widget, content: WidgetContent, height: number) => ReactNode
}
