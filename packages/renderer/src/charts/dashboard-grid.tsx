import { widgetContent } from '@pipewright/metadata'
import type { Widget } from '@pipewright/schemas'
import type { DashboardGridProps } from './chart-props.ts'
import './charts.css'

/** Height of a grid row and the gap between widgets, in px. */
const row = 72
const gap = 16
/** Head and padding of a card. */
const around = 76

const reading = (a: Widget, b: Widget): number => a.y - b.y || a.x - b.x

/** Reports, lists and the like on a grid of 12 columns; one below the other on a phone, in reading order. */
export function DashboardGrid({ dashboard, renderWidget }: DashboardGridProps) {
  return (
    <div className="pw-dashboard" style={{ gridAutoRows: row }}>
      {[...dashboard.widgets].sort(reading).map((widget) => {
        const content = widgetContent(widget)
        if (content === undefined) return null
        const height = widget.h * row + (widget.h - 1) * gap - around
        return (
          <div
            key={widget.key}
            style={{
              gridColumn: `${widget.x + 1} / span ${widget.w}`,
              gridRow: `${widget.y + 1} / span ${widget.h}`,
            }}
          >
            {renderWidget(widget, content, Math.max(80, height))}
          </div>
        )
      })}
    </div>
  )
}
