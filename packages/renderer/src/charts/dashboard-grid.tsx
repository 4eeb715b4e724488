import type { Widget } from '@pipewright/schemas'
import { useRenderer } from '../environment/use-renderer.ts'
import type { DashboardGridProps } from './chart-props.ts'
import './charts.css'

/** Height of a grid row and the gap between widgets, in px. */
const row = 72
const gap = 16
/** Head and padding of a card. */
const around = 76

const reading = (a: Widget, b: Widget): number => a.y - b.y || a.x - b.x

/** Reports on a grid of 12 columns; one below the other on a phone, in reading order. */
export function DashboardGrid({ dashboard, renderReport }: DashboardGridProps) {
  const { index } = useRenderer()
  return (
    <div className="pw-dashboard" style={{ gridAutoRows: row }}>
      {[...dashboard.widgets].sort(reading).map((widget) => {
        const report = index.report(widget.report)
        if (report === undefined) return null
        const height = widget.h * row + (widget.h - 1) * gap - around
        return (
          <div
            key={widget.key}
            style={{
              gridColumn: `${widget.x + 1} / span ${widget.w}`,
              gridRow: `${widget.y + 1} / span ${widget.h}`,
            }}
          >
            {renderReport(report, Math.max(80, height))}
          </div>
        )
      })}
    </div>
  )
}
