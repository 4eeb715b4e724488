import type { View } from '@pipewright/schemas'
import type { Segment } from '../pointer.ts'
import { everyViewSetting } from '../view-kinds/index.ts'
import { viewSettings } from '../view-kinds/view-settings.ts'
import { mention, mentionFields, type Walk } from './reference.ts'
import { walkExpression } from './walk-expression.ts'
import { walkTable } from './walk-table.ts'

export function walkView(walk: Walk, view: View, at: readonly Segment[]): void {
  const from = { form: view.form }
  mention(walk, [...at, 'form'], 'view', { kind: 'form', key: view.form })
  mentionFields(walk, [...at, 'columns'], 'viewColumn', {
    from,
    paths: view.columns,
    expects: 'oneValue',
  })
  walkExpression(walk, view.filter, {
    at: [...at, 'filter'],
    kind: 'viewFilter',
    scope: { root: from },
  })
  for (const [position, sort] of (view.sort ?? []).entries())
    mention(walk, [...at, 'sort', position, 'field'], 'viewSort', {
      kind: 'field',
      from,
      path: sort.field,
      expects: 'sortable',
    })
  for (const setting of everyViewSetting) {
    const path = view[setting]
    const { use, expects } = viewSettings[setting]
    if (path !== undefined)
      mention(walk, [...at, setting], use, { kind: 'field', from, path, expects: expects(view.form) })
  }
  mentionFields(walk, [...at, 'sums'], 'viewSum', { from, paths: view.sums, expects: 'ownNumber' })
  if (view.table !== undefined) walkTable(walk, view.table, { from, at: [...at, 'table'] })
}
