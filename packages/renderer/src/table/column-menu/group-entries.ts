import { isGroupable, isOrdered, isSummable, valueKindOf } from '@pipewright/metadata'
import type { TableGroup, TableSummary } from '@pipewright/schemas'
import type { Translate } from '../../texts/use-texts.ts'
import type { ColumnSite, Entries } from './column-site.ts'

const buckets = ['day', 'week', 'month', 'quarter', 'year'] as const
const mostGroups = 3

function groupEntry({ column, settings, arranging }: ColumnSite, t: Translate): Entries {
  const { path, field } = column
  const groups = settings.groups ?? []
  if (groups.some((group) => group.field === path)) {
    const rest = groups.filter((group) => group.field !== path)
    return {
      ungroup: {
        label: t('table.ungroup'),
        icon: 'layout',
        act: () => arranging.onSettings({ groups: rest }),
      },
    }
  }
  if (!isGroupable(field) || !column.sortable || groups.length === mostGroups) return {}
  const put = (group: TableGroup) => () => arranging.onSettings({ groups: [...groups, group] })
  if (!['date', 'dateTime'].includes(valueKindOf(field)))
    return { group: { label: t('table.group'), icon: 'layout', act: put({ field: path }) } }
  const children = buckets.map((bucket) => [
    bucket,
    { label: t(`table.${bucket}`), icon: 'calendar', act: put({ field: path, bucket }) },
  ])
  return {
    group: { label: t('table.group'), icon: 'layout', children: Object.fromEntries(children) as Entries },
  }
}

function summaryEntry({ column, columns, settings, arranging }: ColumnSite, t: Translate): Entries {
  const { path, field } = column
  // The first column tells how many there are.
  if (column === columns[0]) return {}
  const rest = (settings.summaries ?? []).filter((summary) => summary.field !== path)
  const functions: TableSummary['function'][] = [
    ...(isSummable(field) ? (['sum', 'avg'] as const) : []),
    ...(isOrdered(field) ? (['min', 'max'] as const) : []),
    'count',
  ]
  const put = (summaries: TableSummary[]) => () => arranging.onSettings({ summaries })
  const children: Entries = Object.fromEntries([
    ...functions.map((name) => [
      name,
      { label: t(`table.${name}`), icon: 'rollup', act: put([...rest, { field: path, function: name }]) },
    ]),
    ['noSummary', { label: t('table.noSummary'), icon: 'close', act: put(rest) }],
  ]) as Entries
  return { summary: { label: t('table.summary'), icon: 'rollup', children } }
}

/** Puts records together by a column, and sums it up. */
export const groupEntries = (site: ColumnSite, t: Translate): Entries => ({
  ...groupEntry(site, t),
  ...summaryEntry(site, t),
})
