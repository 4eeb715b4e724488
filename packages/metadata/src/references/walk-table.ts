import type { TableSettings } from '@pipewright/schemas'
import type { Segment } from '../pointer.ts'
import type { Place } from '../find-field.ts'
import type { Expectation } from './expectation.ts'
import { mention, type Walk } from './reference.ts'
import { walkExpression } from './walk-expression.ts'

const needs: {
  readonly [F in NonNullable<TableSettings['summaries']>[number]['function']]: Expectation
} = { count: 'oneValue', sum: 'number', avg: 'number', min: 'ordered', max: 'ordered' }

/** What the settings of a table name. How wide a column is and whether it wraps says nothing once the column is gone. */
export function walkTable(
  walk: Walk,
  { groups, summaries, rowColors, quickFilters }: TableSettings,
  { from, at }: { readonly from: Place; readonly at: readonly Segment[] },
): void {
  for (const [position, { field, bucket }] of (groups ?? []).entries())
    mention(walk, [...at, 'groups', position, 'field'], 'viewTableGroup', {
      kind: 'field',
      from,
      path: field,
      expects: bucket === undefined ? 'groupable' : 'dateGroup',
    })
  for (const [position, summary] of (summaries ?? []).entries())
    mention(walk, [...at, 'summaries', position, 'field'], 'viewSummary', {
      kind: 'field',
      from,
      path: summary.field,
      expects: needs[summary.function],
    })
  for (const [position, { when }] of (rowColors ?? []).entries())
    walkExpression(walk, when, {
      at: [...at, 'rowColors', position, 'when'],
      kind: 'viewRowColor',
      scope: { root: from },
    })
  for (const [position, quick] of (quickFilters ?? []).entries())
    if ('field' in quick)
      mention(walk, [...at, 'quickFilters', position, 'field'], 'viewQuickFilter', {
        kind: 'field',
        from,
        path: quick.field,
        expects: 'any',
      })
    else
      walkExpression(walk, quick.filter, {
        at: [...at, 'quickFilters', position, 'filter'],
        kind: 'viewQuickFilter',
        scope: { root: from },
      })
}
