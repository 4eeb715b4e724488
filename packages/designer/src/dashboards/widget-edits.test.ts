import type { Dashboard } from '@pipewright/schemas'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addReport, gridColumns, placeWidget, removeWidget } from './widget-edits.ts'

const empty: Dashboard = { key: 'sales', label: { en: 'Sales' }, widgets: [] }
const step = fc.integer({ min: -5, max: 5 })
const change = fc.record({ widget: fc.nat(3), x: step, y: step, w: step, h: step })

describe('arranging a dashboard', () => {
  it('keeps every widget inside the grid and none over another, whatever is done', () => {
    const full = ['a', 'b', 'c', 'd'].reduce(addReport, empty)
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const done = changes.reduce(
          (now, { widget, ...by }) => placeWidget(now, full.widgets[widget]!.key, by),
          full,
        )
        expect(done.widgets.map(({ key }) => key)).toEqual(full.widgets.map(({ key }) => key))
        for (const one of done.widgets) {
          expect(one.x).toBeGreaterThanOrEqual(0)
          expect(one.x + one.w).toBeLessThanOrEqual(gridColumns)
          const over = done.widgets.filter(
            (other) =>
              other !== one &&
              one.x < other.x + other.w &&
              other.x < one.x + one.w &&
              one.y < other.y + other.h &&
              other.y < one.y + one.h,
          )
          expect(over).toEqual([])
        }
      }),
    )
  })

  it('puts the same report twice under different names', () => {
    const twice = addReport(addReport(empty, 'funnel'), 'funnel')
    expect(twice.widgets.map(({ key, y }) => [key, y])).toEqual([
      ['funnel', 0],
      ['funnel_2', 4],
    ])
    expect(removeWidget(twice, 'funnel').widgets).toHaveLength(1)
  })
})
