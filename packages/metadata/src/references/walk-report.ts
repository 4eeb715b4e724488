import type { Dashboard, Report } from '@pipewright/schemas'
import type { Segment } from '../pointer.ts'
import type { Expectation } from './expectation.ts'
import { mention, type Walk } from './reference.ts'
import { walkExpression } from './walk-expression.ts'

const measureNeeds: { readonly [F in Report['measures'][number]['function']]: Expectation } = {
  count: 'oneValue',
  sum: 'number',
  avg: 'number',
  min: 'ordered',
  max: 'ordered',
}

export function walkReport(walk: Walk, report: Report, at: readonly Segment[]): void {
  const from = { form: report.form }
  mention(walk, [...at, 'form'], 'report', { kind: 'form', key: report.form })
  for (const [position, { field, bucket }] of report.dimensions.entries())
    mention(walk, [...at, 'dimensions', position, 'field'], 'reportDimension', {
      kind: 'field',
      from,
      path: field,
      expects: bucket === undefined ? 'groupable' : 'dateGroup',
    })
  for (const [position, measure] of report.measures.entries())
    if (measure.field !== undefined)
      mention(walk, [...at, 'measures', position, 'field'], 'reportMeasure', {
        kind: 'field',
        from,
        path: measure.field,
        expects: measureNeeds[measure.function],
      })
  walkExpression(walk, report.filter, {
    at: [...at, 'filter'],
    kind: 'reportFilter',
    scope: { root: from },
  })
}

export function walkDashboard(walk: Walk, dashboard: Dashboard, at: readonly Segment[]): void {
  for (const [position, { report, view, shortcuts = [] }] of dashboard.widgets.entries()) {
    const here = [...at, 'widgets', position]
    if (report !== undefined) mention(walk, [...here, 'report'], 'dashboard', { kind: 'report', key: report })
    if (view !== undefined) mention(walk, [...here, 'view'], 'dashboard', { kind: 'view', key: view })
    for (const [place, { type, key }] of shortcuts.entries())
      mention(walk, [...here, 'shortcuts', place, 'key'], 'dashboard', {
        kind: type === 'create' ? 'form' : type,
        key,
      })
  }
}
