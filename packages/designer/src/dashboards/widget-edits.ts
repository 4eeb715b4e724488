import { makeKey } from '@pipewright/metadata'
import type { Dashboard, Widget } from '@pipewright/schemas'

/** Columns of the grid. */
export const gridColumns = 12

const within = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)

type Placed = 'key' | 'x' | 'y' | 'w' | 'h'

/** What can be put on a dashboard. */
export type NewWidget = Omit<Widget, Placed>

/** A new part in half the width, or more where it needs it, below everything else. */
export function addWidget(
  dashboard: Dashboard,
  name: string,
  content: NewWidget,
  size = { w: 6, h: 4 },
): Dashboard {
  const y = Math.max(0, ...dashboard.widgets.map((widget) => widget.y + widget.h))
  const key = makeKey(name, new Set(dashboard.widgets.map((widget) => widget.key)))
  return { ...dashboard, widgets: [...dashboard.widgets, { key, ...content, x: 0, y, ...size }] }
}

export const addReport = (dashboard: Dashboard, report: string): Dashboard =>
  addWidget(dashboard, report, { report })

export const changeWidget = (dashboard: Dashboard, widget: Widget): Dashboard => ({
  ...dashboard,
  widgets: dashboard.widgets.map((one) => (one.key === widget.key ? widget : one)),
})

const overlaps = (a: Widget, b: Widget): boolean =>
  a.key !== b.key && a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h

/** Moves or resizes by whole cells within the grid; what would be covered goes down. */
export function placeWidget(
  dashboard: Dashboard,
  key: string,
  by: { x?: number; y?: number; w?: number; h?: number },
): Dashboard {
  const old = dashboard.widgets.find((widget) => widget.key === key)
  if (old === undefined) return dashboard
  const w = within(old.w + (by.w ?? 0), 1, gridColumns)
  const placed: Widget = {
    ...old,
    w,
    h: within(old.h + (by.h ?? 0), 1, 50),
    x: within(old.x + (by.x ?? 0), 0, gridColumns - w),
    y: Math.max(old.y + (by.y ?? 0), 0),
  }
  const done: Widget[] = [placed]
  const others = dashboard.widgets.filter((widget) => widget.key !== key).toSorted((a, b) => a.y - b.y)
  for (const other of others) {
    let moved = other
    for (
      let hit = done.find((one) => overlaps(one, moved));
      hit !== undefined;
      hit = done.find((one) => overlaps(one, moved))
    )
      moved = { ...moved, y: hit.y + hit.h }
    done.push(moved)
  }
  const byKey = new Map(done.map((widget) => [widget.key, widget]))
  return { ...dashboard, widgets: dashboard.widgets.map((widget) => byKey.get(widget.key) ?? widget) }
}

export const removeWidget = (dashboard: Dashboard, key: string): Dashboard => ({
  ...dashboard,
  widgets: dashboard.widgets.filter((widget) => widget.key !== key),
})
