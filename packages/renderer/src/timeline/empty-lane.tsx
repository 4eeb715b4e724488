import { barOf } from './time-scale.ts'
import type { GroupValue, TimelineSite } from './timeline-site.ts'
import type { BarDrag } from './use-bar-drag.ts'

/** A line without a record: drawing over its days begins one. */
export function EmptyLane(props: {
  readonly site: TimelineSite
  readonly line: string
  readonly group: GroupValue | null
  readonly drag: BarDrag
  /** What it says while nothing is drawn on it. */
  readonly words?: string
}) {
  const { site, line, group, drag, words } = props
  const bar = drag.preview?.id === line ? barOf(site.scale, drag.preview.span) : null
  const isOpen = site.createIn !== undefined
  return (
    <div
      className={isOpen ? 'pw-tl-lane pw-tl-drawable' : 'pw-tl-lane'}
      style={{ width: site.scale.width }}
      onPointerDown={(event) => drag.draw(event, line, group)}
    >
      {words !== undefined && bar === null && (
        <span className="pw-tl-words" style={{ insetInlineStart: site.side + 12 }}>
          {words}
        </span>
      )}
      {bar !== null && <div className="pw-tl-drawn" style={{ left: bar.left, width: bar.width }} />}
    </div>
  )
}
